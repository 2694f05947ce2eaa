import { BigButton } from '@libs/ui';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../app/wire';
import { TotalsList } from '../../parts/TotalsList';

interface ClosedStepProps {
  readonly session: Session;
  readonly onDone: () => void;
}

/** Closed. Whoever counts blind sees that it was sent; whoever may see the figures sees them. */
export function ClosedStep({ session, onDone }: ClosedStepProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="pos-page">
      <div className="pos-page__body pos-closed" tabIndex={0} role="region" aria-label={t('close.sent')}>
        <h1 className="pos-closed__ok">
          <IconCheck size={44} stroke={2} aria-hidden />
          {t('close.sent')}
        </h1>
        <p className="pos-text2">
          {t('close.sent_detail', { register: session.register.name, number: session.z_number ?? 0 })}
        </p>
        {session.totals && <TotalsList totals={session.totals} float={session.float_amount} />}
      </div>
      <footer className="pos-page__foot">
        <BigButton look="primary" wide onPress={onDone}>
          {t('close.finish')}
        </BigButton>
      </footer>
    </div>
  );
}
