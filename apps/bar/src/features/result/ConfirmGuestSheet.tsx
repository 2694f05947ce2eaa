import { factNumber, isUnknown, sentenceOf } from '@libs/screen';
import {
  BigButton,
  EmptyState,
  ErrorState,
  LoadingState,
  PersonTile,
  PinPanel,
  type PinRefusal,
  Sheet,
} from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
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
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const people = useQuery({ queryKey: ['step-up'], queryFn: api.stepUpPeople });
  const confirm = async (pin: string): Promise<void> => {
    if (!chosen) return;
    const yes = await api.stepUp(chosen.id, pin);
    onConfirmed(await api.confirmGuest(token, yes.token));
  };
  return (
    <Sheet opened onClose={onClose} title={t('guest.confirm_title', { name })}>
      <p>{t('guest.confirm_detail')}</p>
      {people.isPending && <LoadingState />}
      {people.isError && <ErrorState detail={t('guest.confirm_failed')} onRetry={() => void people.refetch()} />}
      {people.data?.items.length === 0 && <EmptyState title={t('guest.confirm_nobody')} />}
      {people.data && !chosen && (
        <div className="n-people n-people--one">
          {people.data.items.map((person) => (
            <PersonTile key={person.id} name={person.name} onPress={() => setChosen(person)} />
          ))}
        </div>
      )}
      {chosen && (
        <>
          <PinPanel
            key={chosen.id}
            title={chosen.name}
            detail={t('guest.confirm_pin')}
            onPin={confirm}
            refusalOf={refusalOf}
          />
          <BigButton look="quiet" wide onPress={() => setChosen(null)}>
            {t('guest.confirm_other')}
          </BigButton>
        </>
      )}
    </Sheet>
  );
}

function refusalOf(error: unknown): PinRefusal {
  const lockedForS = factNumber(error, 'retry_after_s');
  const attemptsLeft = factNumber(error, 'attempts_left');
  if (attemptsLeft !== null) return { kind: 'wrong', attemptsLeft, lockedForS };
  const said = isUnknown(error) ? null : sentenceOf(error);
  return said ? { kind: 'said', text: said, lockedForS } : { kind: 'no_answer', lockedForS };
}
