import { useWrite } from '@libs/screen';
import { BigButton, formatCLP } from '@libs/ui';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import './wallet.css';

const USUAL = [5_000, 10_000, 20_000, 50_000] as const;
const MOST_DIGITS = 7;

/** How much to put in; the card is typed on the provider's page, never here. */
export function TopUpScreen(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [digits, setDigits] = useState('');
  const [wasSent, setSent] = useState(false);
  const amount = Number(digits);
  const topUp = useWrite(
    (pesos: number, key) => api.topUp(pesos, key),
    async (begun) => {
      await navigate({ to: '/wallet/top-up/$id', params: { id: begun.uuid } });
      if (begun.payment_url !== null) window.location.assign(begun.payment_url);
    },
    String,
  );
  const submit = (): boolean => {
    setSent(true);
    if (amount === 0) return false;
    if (!topUp.isPending) topUp.mutate(amount);
    return true;
  };
  return (
    <Page title={t('top_up.title')} back="/wallet">
      <Form onSubmit={submit}>
        <div className="guest-sums" role="group" aria-label={t('top_up.usual')}>
          {USUAL.map((sum) => (
            <button
              key={sum}
              type="button"
              className="n-press guest-sum"
              aria-pressed={amount === sum}
              onClick={() => setDigits(String(sum))}
            >
              {formatCLP(sum)}
            </button>
          ))}
        </div>
        <Field
          label={t('top_up.amount')}
          inputMode="numeric"
          autoComplete="off"
          value={digits === '' ? '' : formatCLP(amount)}
          problem={wasSent && amount === 0 ? t('form.missing') : undefined}
          onChange={(text) => setDigits(text.replace(/\D/g, '').replace(/^0+/, '').slice(0, MOST_DIGITS))}
        />
        <FailureNotice error={topUp.error} />
        <BigButton type="submit" look="primary" size="method" wide busy={topUp.isPending}>
          {amount > 0 ? t('top_up.act', { amount: formatCLP(amount) }) : t('top_up.act_none')}
        </BigButton>
      </Form>
      <p className="guest-text2">{t('top_up.detail')}</p>
    </Page>
  );
}
