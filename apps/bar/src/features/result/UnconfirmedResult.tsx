import { ResultButton, ScanResult } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Press } from '../../scan/flow';
import { listOf } from './words';

interface UnconfirmedResultProps {
  readonly press: Press;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Dark: "Entregado" was pressed and nobody knows whether it counted. The same press is sent again, with its key. */
export function UnconfirmedResult({ press, busy, onAgain, onClose }: UnconfirmedResultProps): ReactNode {
  const { t } = useTranslation();
  const items = press.items.map(({ item_id, qty }) => ({
    name: press.ticket.items.find(({ id }) => id === item_id)?.name ?? '',
    qty,
  }));
  return (
    <ScanResult
      outcome="unknown"
      word={t('result.unsure')}
      corner={press.ticket.display_code}
      detail={
        <>
          <p>{listOf(items)}</p>
          <p>{t('result.unsure_more')}</p>
        </>
      }
      actions={
        <>
          <ResultButton lesser disabled={busy} onPress={onClose}>
            {t('result.leave')}
          </ResultButton>
          <ResultButton busy={busy} onPress={onAgain}>
            {t('result.retry')}
          </ResultButton>
        </>
      }
    >
      {t('result.unsure_detail')}
    </ScanResult>
  );
}
