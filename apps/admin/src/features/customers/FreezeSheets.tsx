import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletAccount } from '../../app/wire';
import { ReasonSheet } from '../../parts/ReasonSheet';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { useAct } from '../../parts/useAct';
import { freeze, unfreeze } from './api';

interface FreezeSheetProps {
  readonly account: WalletAccount;
  readonly onClose: () => void;
}

/** Nothing goes out any more; what comes in is still taken. */
export function FreezeSheet({ account, onClose }: FreezeSheetProps): ReactNode {
  const { t } = useTranslation();
  const act = useAct((reason: string, key) => freeze(account.id, reason, key), {
    refresh: [['wallet']],
    says: t('customers.freeze_done'),
    onDone: onClose,
  });
  return (
    <ReasonSheet
      title={t('customers.freeze')}
      detail={t('customers.freeze_detail')}
      submit={t('customers.freeze')}
      danger
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onConfirm={(reason) => void act.run(reason)}
    />
  );
}

/** Money may go out again; another person allows it. */
export function UnfreezeSheet({ account, onClose }: FreezeSheetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <StepUpSheet
      title={t('customers.unfreeze')}
      lead={t('customers.unfreeze_lead')}
      submit={t('customers.unfreeze')}
      permission="wallet.adjust"
      withReason={false}
      says={t('customers.unfreeze_done')}
      refresh={[['wallet']]}
      act={({ token }, key) => unfreeze(account.id, token, key)}
      onClose={onClose}
    />
  );
}
