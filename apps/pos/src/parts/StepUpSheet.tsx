import { BigButton, EmptyState, ErrorState, LoadingState, PersonTile, Sheet } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type StepUpPermission } from '../app/api';
import { PinPanel } from './PinPanel';

interface StepUpSheetProps {
  readonly permission: StepUpPermission;
  /** What the other person allows, in words. */
  readonly reason: string;
  readonly onGranted: (token: string) => void;
  readonly onClose: () => void;
}

/** Another person who may says yes with their own PIN. The yes is good once, for two minutes. */
export function StepUpSheet({ permission, reason, onGranted, onClose }: StepUpSheetProps): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const people = useQuery({ queryKey: ['step-up', permission], queryFn: () => api.stepUpPeople(permission) });
  const allow = async (pin: string): Promise<void> => {
    if (!chosen) return;
    onGranted((await api.stepUp(chosen.id, pin, permission)).token);
  };
  return (
    <Sheet opened onClose={onClose} title={t('step_up.title')}>
      <p className="pos-text2">{reason}</p>
      {people.isPending && <LoadingState />}
      {people.isError && <ErrorState detail={t('state.nothing_done')} onRetry={() => void people.refetch()} />}
      {people.data?.items.length === 0 && (
        <EmptyState title={t('step_up.nobody')} detail={t('step_up.nobody_detail')} />
      )}
      {people.data && !chosen && (
        <div className="n-people n-people--one">
          {people.data.items.map((person) => (
            <PersonTile key={person.id} name={person.name} onPress={() => setChosen(person)} />
          ))}
        </div>
      )}
      {chosen && (
        <>
          <PinPanel key={chosen.id} title={chosen.name} detail={t('step_up.pin')} onPin={allow} />
          <BigButton look="quiet" wide onPress={() => setChosen(null)}>
            {t('step_up.other')}
          </BigButton>
        </>
      )}
    </Sheet>
  );
}
