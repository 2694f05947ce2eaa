import { formatCLP } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentIntentDetail } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { toneOfRefund } from './intent';
import { type Entry, factOf, timelineOf } from './timeline';
import { usePaymentWords } from './useWords';

type Of<Kind extends Entry['kind']> = Extract<Entry, { readonly kind: Kind }>;

/** All that happened to a charge: who said what, when, and what followed. */
export function Timeline({ intent }: { readonly intent: PaymentIntentDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const entries = timelineOf(intent);
  return (
    <section>
      <h3 className="a-title">{t('payments.history')}</h3>
      {entries.length === 0 && <p className="a-quiet">{t('payments.no_history')}</p>}
      <ol className="p-line">
        {entries.map((entry, index) => (
          <li key={`${entry.at} ${String(index)}`} data-tone={toneOfEntry(entry)}>
            <time dateTime={entry.at}>{format.clock(entry.at)}</time>
            <div>{wordsOf(entry)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const STEP_TONES: Readonly<Record<string, string>> = {
  approve: 'ok',
  decline: 'bad',
  fail: 'bad',
  lose: 'warn',
  flag: 'warn',
};

function toneOfEntry(entry: Entry): string | undefined {
  if (entry.kind === 'step') return STEP_TONES[entry.step.act];
  if (entry.kind === 'report') return entry.report.accepted ? undefined : 'warn';
  return entry.kind === 'refund_ended' ? toneOfRefund(entry.refund.status) : undefined;
}

function wordsOf(entry: Entry): ReactNode {
  if (entry.kind === 'step') return <Step step={entry.step} />;
  if (entry.kind === 'report') return <Report report={entry.report} />;
  return <Refund entry={entry} />;
}

function Step({ step }: Pick<Of<'step'>, 'step'>): ReactNode {
  const { t } = useTranslation();
  const words = usePaymentWords();
  const { act, from, to, source, employee_name: who, authorized_by: by, data } = step;
  const reason = factOf(data, 'reason') ?? factOf(data, 'why');
  const flag = factOf(data, 'flag');
  const voucher = factOf(data, 'voucher');
  const details = [
    flag === undefined ? undefined : flagWord(String(flag), (known) => t(`payments.flags.${known}`)),
    reason === undefined ? undefined : words.reason(String(reason)),
    voucher === undefined ? undefined : t('payments.voucher', { code: voucher }),
  ].filter((part) => part !== undefined);
  return (
    <>
      <p>
        <strong className="a-strong">{words.act(act)}</strong>
        {details.length > 0 && ` · ${details.join(' · ')}`}
      </p>
      <p className="p-under">
        {[
          who ?? words.source(source),
          ...(by === null ? [] : [t('payments.allowed', { name: by })]),
          ...(from !== null && from !== to
            ? [t('payments.change', { from: words.status(from), to: words.status(to) })]
            : []),
        ].join(' · ')}
      </p>
    </>
  );
}

const FLAGS = [
  'amount_differs',
  'late_approval',
  'sale_not_possible',
  'sale_incomplete',
  'order_not_possible',
] as const;

function flagWord(flag: string, word: (known: (typeof FLAGS)[number]) => string): string {
  const known = FLAGS.find((one) => one === flag);
  return known ? word(known) : flag;
}

function Report({ report }: Pick<Of<'report'>, 'report'>): ReactNode {
  const { t } = useTranslation();
  const words = usePaymentWords();
  const { outcome, source, accepted, response } = report;
  const message = factOf(response, 'response_message');
  const amount = factOf(response, 'amount');
  const code = factOf(response, 'authorization_code');
  const operation = factOf(response, 'operation_number');
  const said = t(accepted ? 'payments.report' : 'payments.report_late', { outcome: words.outcome(outcome) });
  return (
    <>
      <p>
        {accepted ? said : <strong className="a-strong">{said}</strong>}
        {message !== undefined && ` · ${String(message)}`}
      </p>
      <p className="p-under">
        {[
          words.reportSource(source),
          ...(typeof amount === 'number' ? [formatCLP(amount)] : []),
          ...(code === undefined ? [] : [t('payments.code_short', { code })]),
          ...(operation === undefined ? [] : [t('payments.operation_short', { number: operation })]),
        ].join(' · ')}
      </p>
    </>
  );
}

function Refund({ entry }: { readonly entry: Of<'refund_asked'> | Of<'refund_ended'> }): ReactNode {
  const { t } = useTranslation();
  const words = usePaymentWords();
  const { amount, status, requested_by: name, authorized_by: by, reason, detail } = entry.refund;
  if (entry.kind === 'refund_asked') {
    return (
      <>
        <p>
          <strong className="a-strong">{t('payments.refund_asked', { amount: formatCLP(amount), name })}</strong>
          {` · ${reason}`}
        </p>
        <p className="p-under">{by === null ? t('payments.refund_own') : t('payments.allowed', { name: by })}</p>
      </>
    );
  }
  return (
    <p>
      <strong className="a-strong">
        {t('payments.refund_ended', { amount: formatCLP(amount), status: t(`payments.refund_statuses.${status}`) })}
      </strong>
      {detail && ` · ${words.reason(detail)}`}
    </p>
  );
}
