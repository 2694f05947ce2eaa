import { pinRefusal } from '@libs/screen';
import { BigButton, EmptyState, ErrorState, LoadingState, PersonTile, PinPanel, Sheet } from '@libs/ui';
import '@libs/ui/styles/login.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
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
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const people = useQuery({ queryKey: ['step-up'], queryFn: api.stepUpPeople });
  const confirm = async (pin: string): Promise<void> => {
    if (!chosen) return;
    const { token } = await api.stepUp(chosen.id, pin);
    onConfirmed((await api.confirm(guest.customer_token, token)).customer_token);
  };
  return (
    <Sheet opened onClose={onClose} title={t('card.title', { name: guest.first_name })}>
      <p className="door-text2">{t('card.detail')}</p>
      {chosen ? (
        <>
          <PinPanel title={chosen.name} detail={t('card.pin')} onPin={confirm} refusalOf={pinRefusal} />
          <BigButton look="quiet" wide onPress={() => setChosen(null)}>
            {t('card.other')}
          </BigButton>
        </>
      ) : (
        <>
          {people.isPending && <LoadingState />}
          {people.isError && <ErrorState detail={t('card.failed')} onRetry={() => void people.refetch()} />}
          {people.data?.items.length === 0 && <EmptyState title={t('card.nobody')} detail={t('card.nobody_detail')} />}
          <div className="n-people n-people--one" role="group" aria-label={t('card.who')}>
            {people.data?.items.map((person) => (
              <PersonTile key={person.id} name={person.name} onPress={() => setChosen(person)} />
            ))}
          </div>
        </>
      )}
    </Sheet>
  );
}
