import { formatCLP } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletAccount, WalletEntry } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listMoves } from './api';

/** What moved an account, the latest first, with what it held afterwards. */
export function Ledger({ account }: { readonly account: WalletAccount }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = usePages(['wallet', 'entries', account.id], (cursor) => listMoves(account.id, cursor));
  const sum = (amount: number): string => (account.asset === 'CLP' ? formatCLP(amount) : format.count(amount));
  return (
    <AnswerOf of={pages}>
      {(moves) => (
        <Grid<WalletEntry>
          label={t('customers.ledger')}
          rows={moves}
          id="transfer_id"
          more={pages.more}
          empty={t('customers.no_moves')}
          columns={[
            {
              accessor: 'kind',
              title: t('customers.move'),
              render: (move) => (
                <div className="c-move">
                  <strong className="a-strong">{t(`customers.kinds.${move.kind}`)}</strong>
                  <span className="c-under">{format.moment(move.occurred_at)}</span>
                  {move.reason && <span className="c-under">{move.reason}</span>}
                </div>
              ),
            },
            {
              accessor: 'employee_name',
              title: t('customers.by'),
              visibleMediaQuery: MIDDLE,
              render: ({ employee_name: by, authorized_by_name: allowed }) => (
                <div className="c-move">
                  <span>{by ?? t('customers.by_guest')}</span>
                  {allowed && <span className="c-under">{t('customers.allowed_by', { name: allowed })}</span>}
                </div>
              ),
            },
            {
              accessor: 'amount',
              title: t('customers.amount'),
              textAlign: 'right',
              noWrap: true,
              render: ({ amount }) => (
                <span data-sign={amount < 0 ? 'out' : 'in'} className="c-amount">
                  {amount > 0 && '+'}
                  {sum(amount)}
                </span>
              ),
            },
            {
              accessor: 'balance',
              title: t('customers.balance'),
              textAlign: 'right',
              noWrap: true,
              render: ({ balance }) => <strong className="a-strong">{sum(balance)}</strong>,
            },
          ]}
        />
      )}
    </AnswerOf>
  );
}
