import { pinRefusal } from '@libs/screen';
import { AnothersPin } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type StepUpPermission } from '../app/api';

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
  const people = useQuery({ queryKey: ['step-up', permission], queryFn: () => api.stepUpPeople(permission) });
  return (
    <AnothersPin
      title={t('step_up.title')}
      lead={reason}
      people={people.data?.items}
      failed={people.isError}
      onRetry={() => void people.refetch()}
      words={{
        ...{ pin: t('step_up.pin'), other: t('step_up.other'), failed: t('state.nothing_done') },
        ...{ nobody: t('step_up.nobody'), nobodyDetail: t('step_up.nobody_detail') },
      }}
      onPin={async (person, pin) => onGranted((await api.stepUp(person, pin, permission)).token)}
      refusalOf={pinRefusal}
      onClose={onClose}
    />
  );
}
