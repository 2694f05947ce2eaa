import { pinRefusal } from '@libs/screen';
import { AnothersPin } from '@libs/ui';
import '@libs/ui/styles/login.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Confirmed } from '../../app/api';

interface ConfirmGuestSheetProps {
  /** Stands for the guest whose card was read. */
  readonly token: string;
  readonly name: string;
  readonly onConfirmed: (guest: Confirmed) => void;
  readonly onClose: () => void;
}

/** Another person, by PIN: they saw the guest and their papers. */
export function ConfirmGuestSheet({ token, name, onConfirmed, onClose }: ConfirmGuestSheetProps): ReactNode {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['step-up'], queryFn: api.stepUpPeople });
  return (
    <AnothersPin
      title={t('guest.confirm_title', { name })}
      lead={t('guest.confirm_detail')}
      people={people.data?.items}
      failed={people.isError}
      onRetry={() => void people.refetch()}
      words={{
        ...{ pin: t('guest.confirm_pin'), other: t('guest.confirm_other') },
        ...{ nobody: t('guest.confirm_nobody'), failed: t('guest.confirm_failed') },
      }}
      onPin={async (person, pin) => {
        const { token: yes } = await api.stepUp(person, pin);
        onConfirmed(await api.confirmGuest(token, yes));
      }}
      refusalOf={pinRefusal}
      onClose={onClose}
    />
  );
}
