import { formatCLP, StatusDot } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerminalOperation } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { type AgentState, progressOf } from './agent';
import { answerOf } from './order-answer';
import { useKindWord } from './OrderAnswer';

interface OperationsProps {
  readonly operations: readonly TerminalOperation[];
  readonly agent: AgentState;
}

/** What a terminal was asked last and how each ended. */
export function Operations({ operations, agent }: OperationsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = useKindWord();
  if (operations.length === 0) return <p className="a-quiet">{t('payments.terminals.no_operations')}</p>;
  return (
    <Grid<TerminalOperation>
      label={t('payments.terminals.operations')}
      rows={operations}
      columns={[
        {
          accessor: 'created_at',
          title: t('payments.terminals.at'),
          noWrap: true,
          render: (operation) => format.moment(operation.created_at),
        },
        {
          accessor: 'kind',
          title: t('payments.terminals.kind'),
          noWrap: true,
          render: (operation) =>
            operation.intent_id ? (
              <Link to="/payments" search={{ payment: operation.intent_id }} className="a-rowlink">
                <strong>{kind(operation.kind)}</strong>
              </Link>
            ) : (
              <span className="a-strong">{kind(operation.kind)}</span>
            ),
        },
        {
          accessor: 'outcome',
          title: t('payments.terminals.result'),
          render: (operation) => <Ended operation={operation} agent={agent} />,
        },
        {
          accessor: 'amount',
          title: t('payments.amount'),
          textAlign: 'right',
          noWrap: true,
          visibleMediaQuery: MIDDLE,
          render: ({ amount }) => (amount === null ? '–' : formatCLP(amount)),
        },
      ]}
    />
  );
}

function Ended({ operation, agent }: { readonly operation: TerminalOperation; readonly agent: AgentState }): ReactNode {
  const { t } = useTranslation();
  const { word, tone } = progressOf(operation, agent);
  const said = answerOf(operation).fields.filter(({ name }) => name === 'message' || name === 'operation_number');
  return (
    <div className="p-happened">
      <StatusDot tone={tone}>{t(`payments.terminals.answers.${word}`)}</StatusDot>
      {said.length > 0 && (
        <span className="p-under">
          {said
            .map(({ name, value }) => (name === 'message' ? value : t('payments.operation_short', { number: value })))
            .join(' · ')}
        </span>
      )}
    </div>
  );
}
