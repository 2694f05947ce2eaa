import { BigButton, formatCLP, Money, useNow } from '@libs/ui';
import { IconQrcode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MethodIcon } from '../../parts/methods';
import { Notice } from '../../parts/Notice';
import { type TillGuest, walletShare, walletStand } from '../../till/guest';
import type { Method } from '../../till/split';
import './wallet.css';

interface WalletPanelProps {
  readonly guest: TillGuest | null;
  /** Whole pesos to be paid. */
  readonly amount: number;
  /** Ways to pay what the wallet does not hold. */
  readonly rest: readonly Method[];
  readonly busy: boolean;
  readonly disabled: boolean;
  /** Asks for a QR. */
  readonly onScan: () => void;
  readonly onPay: (token: string) => void;
  /** The wallet gives this much, and the rest is paid in another way. */
  readonly onShare: (token: string, amount: number, rest: Method) => void;
}

/** Pays from the guest's wallet: what is in it before and after, or clearly why not and how to go on. */
export function WalletPanel(props: WalletPanelProps): ReactNode {
  const { guest, amount, busy, disabled, onScan, onPay } = props;
  const { t } = useTranslation();
  const stand = walletStand(guest, amount, useNow(5_000));
  const scan = (
    <BigButton
      look="primary"
      size="method"
      wide
      busy={busy}
      disabled={disabled}
      icon={<IconQrcode size={28} stroke={1.7} />}
      onPress={onScan}
    >
      {t(stand.kind === 'nobody' ? 'wallet.scan' : 'wallet.scan_other')}
    </BigButton>
  );
  switch (stand.kind) {
    case 'nobody':
      return (
        <div className="pos-wallet">
          <p className="pos-voucher__step">{t('wallet.ask')}</p>
          {scan}
        </div>
      );
    case 'enough':
      return (
        <div className="pos-wallet">
          <Sums
            rows={[
              [t('wallet.before'), stand.balance],
              [t('wallet.pays'), -amount],
              [t('wallet.after'), stand.after],
            ]}
          />
          <BigButton
            look="primary"
            size="method"
            wide
            busy={busy}
            disabled={disabled}
            onPress={() => guest && onPay(guest.token)}
          >
            {t('wallet.act', { amount: formatCLP(amount), name: guest?.firstName ?? '' })}
          </BigButton>
        </div>
      );
    case 'short':
      return <Short {...props} balance={stand.balance} missing={stand.missing} />;
    default:
      return (
        <div className="pos-wallet">
          <Notice tone={stand.kind === 'frozen' ? 'bad' : 'warn'}>{t(`wallet.${stand.kind}`)}</Notice>
          {scan}
        </div>
      );
  }
}

/** Too little: how much is missing, and the rest another way in one press. */
function Short(props: WalletPanelProps & { readonly balance: number; readonly missing: number }): ReactNode {
  const { guest, amount, rest, busy, disabled, balance, missing, onShare } = props;
  const { t } = useTranslation();
  const share = walletShare(balance);
  return (
    <div className="pos-wallet">
      <Notice>{t('wallet.short', { missing: formatCLP(missing) })}</Notice>
      <Sums
        rows={[
          [t('wallet.before'), balance],
          [t('wallet.due'), amount],
          [t('wallet.missing'), missing],
        ]}
      />
      {guest && share > 0 && rest.length > 0 && (
        <>
          <p className="pos-label">{t('wallet.rest', { share: formatCLP(share), rest: formatCLP(amount - share) })}</p>
          <div className="pos-wallet__rest" role="group" aria-label={t('wallet.rest_how')}>
            {rest.map((method) => (
              <BigButton
                key={method}
                size="method"
                stacked
                icon={<MethodIcon method={method} size={28} />}
                disabled={disabled || busy}
                onPress={() => onShare(guest.token, share, method)}
              >
                {t(`method.${method}`)}
              </BigButton>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function Sums({ rows }: { readonly rows: readonly (readonly [string, number])[] }): ReactNode {
  return (
    <dl className="pos-wallet__sums">
      {rows.map(([label, pesos]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money pesos={pesos} size="price" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
