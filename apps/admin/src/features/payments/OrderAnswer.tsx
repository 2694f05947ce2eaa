import { formatCLP, StatusDot } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerminalOperation } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { type AgentState, progressOf } from './agent';
import { answerOf, type Answer, type TotalName } from './order-answer';
import { terminals } from './terminal-words.es';

interface OrderAnswerProps {
  readonly operation: TerminalOperation;
  readonly agent: AgentState;
}

/** How far an order is, and what the terminal answered once it did. */
export function OrderAnswer({ operation, agent }: OrderAnswerProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = useKindWord();
  const { word, tone } = progressOf(operation, agent);
  const { fields, totals } = answerOf(operation);
  return (
    <section className="p-answer" role="status" aria-label={t('payments.terminals.answer')}>
      <StatusDot tone={tone}>
        <span>
          <strong className="a-strong">{kind(operation.kind)}.</strong> {t(`payments.terminals.answers.${word}`)}
          {operation.progress_text && operation.state === 'sent' && ` ${operation.progress_text}`}
        </span>
      </StatusDot>
      {operation.state === 'final' && fields.length > 0 && (
        <dl className="a-facts p-facts">
          {fields.map(({ name, value, isPesos }) => (
            <div key={name}>
              <dt>{t(`payments.terminals.fields.${name}`)}</dt>
              <dd>{isPesos && typeof value === 'number' ? formatCLP(value) : value}</dd>
            </div>
          ))}
        </dl>
      )}
      {totals.length > 0 && <Totals totals={totals} count={format.count} />}
    </section>
  );
}

interface TotalsProps {
  readonly totals: Answer['totals'];
  readonly count: (value: number) => string;
}

function Totals({ totals, count }: TotalsProps): ReactNode {
  const { t } = useTranslation();
  const isKnown = (name: string): name is TotalName => Object.hasOwn(terminals.totals, name);
  return (
    <table className="a-lines">
      <tbody>
        {totals.map((line) => (
          <tr key={line.name}>
            <th scope="row">
              {isKnown(line.name) ? t(`payments.terminals.totals.${line.name}`) : line.name.replaceAll('_', ' ')}
            </th>
            <td data-figure>{count(line.count)}</td>
            <td data-figure>{formatCLP(line.pesos)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was asked of a terminal, in words. */
export function useKindWord(): (kind: string) => string {
  const { t } = useTranslation();
  const isKnown = (kind: string): kind is keyof typeof terminals.kinds => Object.hasOwn(terminals.kinds, kind);
  return (kind) => (isKnown(kind) ? t(`payments.terminals.kinds.${kind}`) : kind);
}
