import { formatCLP } from '@libs/ui';
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletAccount } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { useFormat } from '../../parts/format';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { adjust, type Adjustment } from './api';

interface AdjustSheetProps {
  readonly account: WalletAccount;
  readonly onClose: () => void;
}

const DIRECTIONS = ['credit', 'debit'] as const satisfies readonly Adjustment['direction'][];

/** Puts a balance right: never by editing it, always by a movement with a reason that another person allows. */
export function AdjustSheet({ account, onClose }: AdjustSheetProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [direction, setDirection] = useState<Adjustment['direction']>('credit');
  const [amount, setAmount] = useState<number | string>('');
  const [tried, setTried] = useState(false);
  const whole = Number(amount);
  const isPossible = whole > 0 && (direction === 'credit' || whole <= account.balance);
  const after = account.balance + (direction === 'credit' ? whole : -whole);
  const sum = (value: number): string => (account.asset === 'CLP' ? formatCLP(value) : format.count(value));
  const Input = account.asset === 'CLP' ? PesosInput : WholeInput;
  return (
    <StepUpSheet
      title={t('customers.adjust')}
      lead={t('customers.adjust_lead', { balance: sum(account.balance) })}
      submit={t('customers.adjust_submit')}
      permission="wallet.adjust"
      says={t('customers.adjust_done')}
      refresh={[['wallet']]}
      act={(allowed, key) => adjust(account.id, { ...allowed, direction, amount: whole }, key)}
      check={() => {
        setTried(true);
        return isPossible;
      }}
      onClose={onClose}
    >
      {() => (
        <div className="a-two">
          <Select
            label={t('customers.direction')}
            allowDeselect={false}
            data={DIRECTIONS.map((value) => ({ value, label: t(`customers.directions.${value}`) }))}
            value={direction}
            onChange={(value) => value && setDirection(value)}
          />
          <Input
            label={t('customers.amount')}
            description={isPossible ? t('customers.adjust_after', { balance: sum(after) }) : undefined}
            required
            value={amount}
            error={
              tried && !isPossible
                ? t(whole > 0 ? 'customers.adjust_too_much' : 'form.positive', { balance: sum(account.balance) })
                : undefined
            }
            onChange={setAmount}
          />
        </div>
      )}
    </StepUpSheet>
  );
}
