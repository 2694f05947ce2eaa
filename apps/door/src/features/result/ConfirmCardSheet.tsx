import { pinRefusal } from '@libs/screen';
import { AnothersPin } from '@libs/ui';
import '@libs/ui/styles/login.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Guest } from '../../app/api';

interface ConfirmCardSheetProps {
  readonly guest: Guest;
  readonly onConfirmed: (customerToken: string) => void;
  readonly onClose: () => void;
}

/** A printed card may be anybody's: another person sees guest and papers, and says so with their own PIN. */
export function ConfirmCardSheet({ guest, onConfirmed, onClose }: ConfirmCardSheetProps): ReactNode {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['step-up'], queryFn: api.stepUpPeople });
  return (
    <AnothersPin
      title={t('card.title', { name: guest.first_name })}
      lead={t('card.detail')}
      people={people.data?.items}
      failed={people.isError}
      onRetry={() => void people.refetch()}
      words={{
        ...{ pin: t('card.pin'), other: t('card.other'), failed: t('card.failed') },
        ...{ nobody: t('card.nobody'), nobodyDetail: t('card.nobody_detail') },
      }}
      onPin={async (person, pin) => {
        const { token } = await api.stepUp(person, pin);
        onConfirmed((await api.confirm(guest.customer_token, token)).customer_token);
      }}
      refusalOf={pinRefusal}
      onClose={onClose}
    />
  );
}
