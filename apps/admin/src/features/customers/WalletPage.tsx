import { StatusDot } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletLimits, WalletVerdict } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { changeLimits, limitsQuery, verifyWallet } from './api';
import './customers.css';

/** The house's side of all wallets: whether they balance, and how much guests may keep. */
export function WalletPage(): ReactNode {
  const { t } = useTranslation();
  const limits = useQuery(limitsQuery);
  return (
    <div className="a-page">
      <PageHead title={t('nav.wallet')} sub={t('customers.wallet_lead')} />
      <Proof />
      <AnswerOf of={limits}>{(now) => <LimitsForm key={JSON.stringify(now)} limits={now} />}</AnswerOf>
    </div>
  );
}

function Proof(): ReactNode {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<WalletVerdict | null>(null);
  const act = useAct(() => verifyWallet(), { says: null, onDone: setVerdict });
  return (
    <section className="a-card a-stack" aria-label={t('customers.proof')}>
      <div className="c-balance">
        <div>
          <h2 className="a-title">{t('customers.proof')}</h2>
          <p className="a-quiet">{t('customers.proof_detail')}</p>
        </div>
        <Button loading={act.busy} onClick={() => void act.run(undefined)}>
          {t('customers.proof_act')}
        </Button>
      </div>
      <div role="status">
        {verdict?.ok && <StatusDot tone="ok">{t('customers.proof_ok')}</StatusDot>}
        {verdict && !verdict.ok && (
          <>
            <StatusDot tone="bad">{t('customers.proof_bad', { count: verdict.broken.length })}</StatusDot>
            <ul className="a-lines">
              {verdict.broken.map(({ invariant, id, problem }) => (
                <li key={`${invariant}-${id}`}>
                  <strong className="a-strong">{invariant}</strong> {problem} <span className="c-under">{id}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <FailureNote failure={act.failure} />
    </section>
  );
}

const SUMS = ['max_balance', 'max_top_up', 'max_top_up_a_day'] as const;

function LimitsForm({ limits }: { readonly limits: WalletLimits }): ReactNode {
  const { t } = useTranslation();
  const [sums, setSums] = useState<Record<(typeof SUMS)[number], number | string>>(limits);
  const [days, setDays] = useState<number | string>(limits.points_expire_days ?? '');
  const [tried, setTried] = useState(false);
  const act = useAct((next: WalletLimits) => changeLimits(next), { refresh: [['wallet', 'limits']] });
  const complete = SUMS.every((name) => Number(sums[name]) > 0) && (days === '' || Number(days) > 0);
  return (
    <form
      className="a-form c-limits"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!complete) return;
        const pesos = Object.fromEntries(SUMS.map((name) => [name, Number(sums[name])]));
        void act.run({ ...limits, ...pesos, points_expire_days: days === '' ? null : Number(days) });
      }}
    >
      <h2 className="a-title">{t('customers.limits')}</h2>
      <p className="a-lead">{t('customers.limits_lead')}</p>
      {SUMS.map((name) => (
        <PesosInput
          key={name}
          label={t(`customers.limit.${name}`)}
          required
          value={sums[name]}
          error={tried && !(Number(sums[name]) > 0) ? t('form.positive') : undefined}
          onChange={(value) => setSums((now) => ({ ...now, [name]: value }))}
        />
      ))}
      <WholeInput
        label={t('customers.limit.points_expire_days')}
        description={t('customers.limit.never')}
        value={days}
        error={tried && days !== '' && !(Number(days) > 0) ? t('form.positive') : undefined}
        onChange={setDays}
      />
      <FailureNote failure={act.failure} />
      <div className="a-actions">
        <Button type="submit" loading={act.busy}>
          {t('act.save')}
        </Button>
      </div>
    </form>
  );
}
