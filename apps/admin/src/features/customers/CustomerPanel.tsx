import { EmptyState, formatCLP, Sheet, StatusDot, Tabs } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Customer, CustomerCard, WalletAccount } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { ReasonSheet } from '../../parts/ReasonSheet';
import { useAct } from '../../parts/useAct';
import { AdjustSheet } from './AdjustSheet';
import { accountsQuery, issueCard, openCustomer, revokeCard, shutCustomer } from './api';
import { CardSheet } from './CardSheet';
import { FreezeSheet, UnfreezeSheet } from './FreezeSheets';
import { Ledger } from './Ledger';

interface CustomerPanelProps {
  /** None when the list does not hold it. */
  readonly customer: Customer | undefined;
  readonly onClose: () => void;
}

type Doing = 'shut' | 'adjust' | 'freeze' | 'unfreeze' | null;

/** One guest: who it is, the account, the printed card, and the wallet with its ledger. */
export function CustomerPanel({ customer, onClose }: CustomerPanelProps): ReactNode {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing>(null);
  const [card, setCard] = useState<CustomerCard | null>(null);
  const [account, setAccount] = useState<WalletAccount | null>(null);
  const back = (): void => setDoing(null);
  const shut = useAct((reason: string) => shutCustomer(customer?.uuid ?? '', reason), {
    refresh: [['customers']],
    says: t('customers.shut_done'),
    onDone: back,
  });
  if (!customer) {
    return (
      <Sheet opened onClose={onClose} title={t('customers.customer')}>
        <EmptyState title={t('customers.not_listed')} detail={t('customers.not_listed_detail')} />
      </Sheet>
    );
  }
  if (card) return <CardSheet customer={customer} card={card} onClose={() => setCard(null)} />;
  if (doing === 'shut') {
    return (
      <ReasonSheet
        title={t('customers.shut', { name: customer.name })}
        detail={t('customers.shut_detail')}
        submit={t('customers.shut_submit')}
        danger
        busy={shut.busy}
        failure={shut.failure}
        onClose={back}
        onConfirm={(reason) => void shut.run(reason)}
      />
    );
  }
  if (account && doing === 'adjust') return <AdjustSheet account={account} onClose={back} />;
  if (account && doing === 'freeze') return <FreezeSheet account={account} onClose={back} />;
  if (account && doing === 'unfreeze') return <UnfreezeSheet account={account} onClose={back} />;
  return (
    <Sheet opened onClose={onClose} title={customer.name} size="wide">
      <div className="a-stack">
        <Facts customer={customer} onShut={() => setDoing('shut')} onCard={setCard} />
        <Wallet
          customerId={customer.uuid}
          onAct={(next, of) => {
            setAccount(of);
            setDoing(next);
          }}
        />
      </div>
    </Sheet>
  );
}

interface FactsProps {
  readonly customer: Customer;
  readonly onShut: () => void;
  readonly onCard: (card: CustomerCard) => void;
}

function Facts({ customer, onShut, onCard }: FactsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { uuid: id, is_active: active } = customer;
  const open = useAct(() => openCustomer(id), { refresh: [['customers']], says: t('customers.open_done') });
  const issue = useAct(() => issueCard(id), { says: null, onDone: onCard });
  const revoke = useAct(() => revokeCard(id), { says: t('customers.card_revoked') });
  const facts = [
    [t('customers.email'), customer.email],
    [t('customers.phone'), customer.phone],
    [t('customers.rut'), customer.rut],
    [t('customers.birth'), customer.birth_date?.split('-').reverse().join('-') ?? null],
    [t('customers.since'), format.moment(customer.created_at)],
    [t('customers.marketing'), t(customer.accepts_marketing ? 'act.yes' : 'act.no')],
  ] as const;
  return (
    <section className="a-stack" aria-label={t('customers.customer')}>
      <StatusDot tone={active ? 'ok' : 'bad'}>{t(`customers.states.${active ? 'active' : 'shut'}`)}</StatusDot>
      <dl className="a-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <div className="a-actions c-acts">
        <Button variant="light" loading={issue.busy} disabled={!active} onClick={() => void issue.run(undefined)}>
          {t('customers.card_issue')}
        </Button>
        <Button variant="light" loading={revoke.busy} onClick={() => void revoke.run(undefined)}>
          {t('customers.card_revoke')}
        </Button>
        {active ? (
          <Button variant="light" className="a-danger" onClick={onShut}>
            {t('customers.shut_submit')}
          </Button>
        ) : (
          <Button loading={open.busy} onClick={() => void open.run(undefined)}>
            {t('customers.open')}
          </Button>
        )}
      </div>
      <FailureNote failure={open.failure ?? issue.failure ?? revoke.failure} />
    </section>
  );
}

interface WalletProps {
  readonly customerId: string;
  readonly onAct: (doing: 'adjust' | 'freeze' | 'unfreeze', account: WalletAccount) => void;
}

function Wallet({ customerId, onAct }: WalletProps): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const query = useQuery({ ...accountsQuery(customerId), enabled: permissions.includes('wallet.manage') });
  const [asset, setAsset] = useState<WalletAccount['asset']>('CLP');
  if (!permissions.includes('wallet.manage')) return null;
  return (
    <section className="a-stack" aria-label={t('customers.wallet')}>
      <h2 className="a-title">{t('customers.wallet')}</h2>
      <AnswerOf of={query}>
        {(accounts) => {
          const account = accounts.find((one) => one.asset === asset);
          return (
            <>
              <Tabs
                look="small"
                label={t('customers.assets')}
                controls="ledger"
                chosen={asset}
                onChoose={setAsset}
                tabs={(['CLP', 'POINTS'] as const).map((key) => ({ key, label: t(`customers.asset.${key}`) }))}
              />
              <div id="ledger" role="tabpanel" aria-label={t(`customers.asset.${asset}`)} className="a-stack">
                {account ? (
                  <Account account={account} onAct={(doing) => onAct(doing, account)} />
                ) : (
                  <EmptyState title={t('customers.no_account')} detail={t('customers.no_account_detail')} />
                )}
              </div>
            </>
          );
        }}
      </AnswerOf>
    </section>
  );
}

interface AccountProps {
  readonly account: WalletAccount;
  readonly onAct: (doing: 'adjust' | 'freeze' | 'unfreeze') => void;
}

function Account({ account, onAct }: AccountProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { asset, balance, frozen_at: frozenAt } = account;
  return (
    <>
      <div className="c-balance">
        <p className="c-balance__sum">
          {asset === 'CLP' ? formatCLP(balance) : t('customers.points', { count: balance, n: format.count(balance) })}
        </p>
        <div className="a-actions">
          <Button variant="light" onClick={() => onAct('adjust')}>
            {t('customers.adjust')}
          </Button>
          <Button variant="light" onClick={() => onAct(frozenAt ? 'unfreeze' : 'freeze')}>
            {t(frozenAt ? 'customers.unfreeze' : 'customers.freeze')}
          </Button>
        </div>
      </div>
      {frozenAt && (
        <p className="a-note" data-tone="warn">
          {t('customers.frozen_since', { at: format.moment(frozenAt), reason: account.frozen_reason ?? '' })}
        </p>
      )}
      <Ledger account={account} />
    </>
  );
}
