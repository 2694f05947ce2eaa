import { pinRefusal } from '@libs/screen';
import { PinLogin, UpdateNotice } from '@libs/ui';
import '@libs/ui/styles/login.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Device, type Me, type Person } from '../../app/api';
import { lockTold } from '../../app/lock';
import { meQuery, peopleQuery } from '../../app/queries';

interface LoginScreenProps {
  readonly device: Device;
  /** Whose session is locked on this tablet: one PIN away. */
  readonly locked: Me | null;
  readonly badge: ReactNode;
  /** Somebody is in: the local lock opens. */
  readonly onEntered: () => void;
}

/** Who stands at the door. */
export function LoginScreen({ device, locked, badge, onEntered }: LoginScreenProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const people = useQuery(peopleQuery);
  const listed = withOwner(people.data?.items ?? [], locked);
  const enter = async (personId: string, pin: string): Promise<void> => {
    await lockTold();
    const own = locked?.employee.id === personId;
    const me = own ? await api.unlock(pin) : await api.login(personId, pin);
    queries.setQueryData(meQuery.queryKey, me);
    onEntered();
  };
  return (
    <PinLogin
      house={device.venue.name}
      place={device.name}
      badge={badge}
      people={people.isPending && listed.length === 0 ? null : listed.map((one) => ({ ...one, role: roleOf(one, t) }))}
      failed={people.isError}
      failedDetail={t('login.failed_detail')}
      onRetry={() => void people.refetch()}
      nobody={t('login.nobody')}
      ownerId={locked?.employee.id ?? null}
      onPin={enter}
      refusalOf={pinRefusal}
      foot={<UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />}
    />
  );
}

/** The owner of a locked session can always come back, also when the list cannot be asked for. */
function withOwner(people: readonly Person[], locked: Me | null): readonly Person[] {
  if (!locked || people.some((person) => person.id === locked.employee.id)) return people;
  return [{ ...locked.employee, last_used_at: null }, ...people];
}

const ROLES = ['admin', 'supervisor', 'door'] as const;

function roleOf(person: Person, t: ReturnType<typeof useTranslation>['t']): string | undefined {
  const role = ROLES.find((name) => person.roles.includes(name));
  return role && t(`role.${role}`);
}
