import { formatCLP } from '@libs/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingResolution, PaymentFinding } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { type Fact, factsOf, kindOf, resolutionsFor } from './finding';
import { usePaymentWords } from './useWords';

interface FindingCardProps {
  readonly finding: PaymentFinding;
  readonly onResolve: () => void;
}

/** One difference: what it means, what to do, what is known of it, and what it turned out to be. */
export function FindingCard({ finding, onResolve }: FindingCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isOpen = finding.resolved_at === null;
  const kind = kindOf(finding.kind) ?? 'other';
  const Mark = isOpen ? IconAlertTriangle : IconCircleCheck;
  return (
    <li className="a-card p-finding">
      <header className="p-finding__head">
        <Mark size={24} stroke={1.8} color={isOpen ? 'var(--warn)' : 'var(--ok)'} aria-hidden />
        <h2 className="p-finding__title">{t(`payments.findings.kinds.${kind}.title`)}</h2>
        {finding.amount !== null && <strong className="p-finding__amount">{formatCLP(finding.amount)}</strong>}
      </header>
      <p>{t(`payments.findings.kinds.${kind}.meaning`, { kind: finding.kind })}</p>
      {isOpen ? (
        <p>
          <strong className="a-strong">{t('payments.findings.todo')}: </strong>
          {t(`payments.findings.kinds.${kind}.todo`)}
        </p>
      ) : (
        <Outcome finding={finding} />
      )}
      <dl className="a-facts p-facts">
        <div>
          <dt>{t('payments.findings.found')}</dt>
          <dd>{format.moment(finding.found_at)}</dd>
        </div>
        {finding.register_name && (
          <div>
            <dt>{t('payments.register')}</dt>
            <dd>{finding.register_name}</dd>
          </div>
        )}
        {factsOf(finding).map((fact) => (
          <div key={fact.name}>
            <dt>{t(`payments.findings.facts.${fact.name}`)}</dt>
            <dd>
              <FactValue fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="a-actions">
        {finding.intent_id && <PaymentLink intent={finding.intent_id} />}
        {isOpen && <Button onClick={onResolve}>{t('payments.findings.resolve')}</Button>}
      </div>
    </li>
  );
}

function PaymentLink({ intent }: { readonly intent: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Button
      variant="light"
      renderRoot={(props: object) => <Link to="/payments" search={{ payment: intent }} {...props} />}
    >
      {t('payments.findings.see_payment')}
    </Button>
  );
}

function FactValue({ fact: { value, as } }: { readonly fact: Fact }): ReactNode {
  const { t } = useTranslation();
  const words = usePaymentWords();
  if (as === 'pesos' && typeof value === 'number') return formatCLP(value);
  if (as === 'provider') return words.provider(String(value));
  if (as === 'reason') return words.reason(String(value));
  if (as === 'card') return t('payments.card_number', { last4: value });
  return value;
}

function Outcome({ finding }: { readonly finding: PaymentFinding }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { resolution, resolution_reason: reason, resolved_at: at, resolved_by: by, authorized_by: allowed } = finding;
  const known = KNOWN.find((one) => one === resolution);
  return (
    <p className="a-note" data-tone="ok">
      <IconCircleCheck size={22} stroke={1.8} aria-hidden />
      <span>
        <strong className="a-strong">{known ? t(`payments.findings.resolutions.${known}`) : resolution}</strong>
        {reason && `: ${reason}`}
        <span className="p-under p-block">
          {t('payments.findings.resolved_by', { name: by ?? '–', time: at ? format.moment(at) : '' })}
          {allowed && ` · ${t('payments.allowed', { name: allowed })}`}
        </span>
      </span>
    </p>
  );
}

const KNOWN: readonly FindingResolution[] = resolutionsFor('');
