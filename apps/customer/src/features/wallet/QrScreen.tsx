import { OfflineState, LoadingState, QrCode, useNow, useWakeLock } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { qrQuery } from '../../app/queries';
import { countsFor, shareLeft } from '../../app/shown-qr';
import { useMember } from '../../session/current';
import './qr.css';

const LARGEST = 520;

/** My QR, large and on white, for till, bar, door and wardrobe. It is exchanged before it ends, and the screen stays on. */
export function QrScreen(): ReactNode {
  const { t } = useTranslation();
  const member = useMember();
  useWakeLock();
  const qr = useQuery(qrQuery);
  const now = useNow(500);
  const shown = qr.data;
  const isGone = shown ? countsFor(shown, now) === 0 : qr.isError;
  return (
    <div className="guest-qr">
      <header className="guest-qr__head">
        <h1 className="guest-qr__title">{t('qr.title')}</h1>
        <Link to="/wallet" className="n-press guest-qr__close" aria-label={t('qr.close')}>
          <IconX size={28} stroke={1.8} aria-hidden />
        </Link>
      </header>
      {!shown && !qr.isError && <LoadingState />}
      {isGone && (
        <OfflineState title={t('qr.offline')} detail={t('qr.offline_detail')} onRetry={() => void qr.refetch()} />
      )}
      {shown && !isGone && (
        <div className="guest-qr__code">
          <QrCode value={shown.qr} size={LARGEST} />
          <progress className="guest-qr__left" max={1} value={shareLeft(shown, now)} aria-label={t('qr.left')} />
          <p className="guest-qr__name">{member?.name}</p>
          <p className="guest-qr__detail">{t('qr.detail')}</p>
        </div>
      )}
    </div>
  );
}
