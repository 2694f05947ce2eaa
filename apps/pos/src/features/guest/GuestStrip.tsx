import { BigButton, formatCLP } from '@libs/ui';
import { IconQrcode, IconUserCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillGuest } from '../../till/guest';
import { FailureNotice } from '../../parts/Notice';
import './guest.css';

interface GuestStripProps {
  readonly guest: TillGuest | null;
  readonly isOver: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly disabled: boolean;
  readonly onScan: () => void;
  readonly onConfirm: () => void;
  readonly onTopUp: () => void;
  readonly onRemove: () => void;
}

/** Whom the sale is for: one line in the cart. Without a guest it only says that a QR may be shown. */
export function GuestStrip(props: GuestStripProps): ReactNode {
  const { guest, isOver, busy, error, disabled, onScan, onConfirm, onTopUp, onRemove } = props;
  const { t } = useTranslation();
  return (
    <section className="pos-guest" aria-label={t('guest.title')} aria-busy={busy || undefined}>
      {guest ? (
        <div className="pos-guest__row">
          <IconUserCircle size={30} stroke={1.5} aria-hidden />
          <p className="pos-guest__words" role="status">
            <strong>{guest.firstName}</strong>
            <Facts guest={guest} isOver={isOver} />
          </p>
          {isOver ? (
            <BigButton look="quiet" busy={busy} disabled={disabled} onPress={onScan}>
              {t('guest.scan_again')}
            </BigButton>
          ) : guest.isConfirmed ? (
            <BigButton look="quiet" disabled={disabled} onPress={onTopUp}>
              {t('guest.top_up')}
            </BigButton>
          ) : (
            <BigButton look="quiet" busy={busy} disabled={disabled} onPress={onConfirm}>
              {t('guest.confirm')}
            </BigButton>
          )}
          <button type="button" className="n-press pos-guest__remove" onClick={onRemove}>
            <IconX size={24} stroke={1.8} aria-hidden />
            <span className="n-hidden">{t('guest.remove', { name: guest.firstName })}</span>
          </button>
        </div>
      ) : (
        <BigButton
          look="quiet"
          wide
          busy={busy}
          disabled={disabled}
          icon={<IconQrcode size={22} stroke={1.7} />}
          onPress={onScan}
        >
          {t('guest.identify')}
        </BigButton>
      )}
      <FailureNotice error={error} />
    </section>
  );
}

function Facts({ guest, isOver }: Pick<GuestStripProps, 'isOver'> & { readonly guest: TillGuest }): ReactNode {
  const { t } = useTranslation();
  if (isOver) return <span data-tone="warn">{t('guest.over')}</span>;
  if (!guest.isConfirmed || !guest.purse) return <span data-tone="warn">{t('guest.unconfirmed')}</span>;
  const { balance, points, isFrozen } = guest.purse;
  return (
    <>
      {isFrozen && <span data-tone="bad">{t('guest.frozen')}</span>}
      <span>
        {formatCLP(balance)} · {t('guest.points', { count: points })}
      </span>
    </>
  );
}
