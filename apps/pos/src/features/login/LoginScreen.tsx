import { pinRefusal } from '@libs/screen';
import { PinLogin, UpdateNotice } from '@libs/ui';
import '@libs/ui/styles/login.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { lockTold } from '../../app/lock';
import { rememberedNight } from '../../app/night-name';
import { meQuery, peopleQuery } from '../../app/queries';
import type { Device, Me, Person } from '../../app/wire';

interface LoginScreenProps {
  readonly device: Device;
  /** Whose session is locked on this till: chosen already, and one PIN away. */
  readonly locked: Me | null;
  readonly badge: ReactNode;
  /** Somebody is in: the local lock opens. */
  readonly onEntered: () => void;
}

/** Pick a name, type six digits. The same screen unlocks, and lets another person take over. */
export function LoginScreen({ device, locked, badge, onEntered }: LoginScreenProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const people = useQuery(peopleQuery);
  const listed = withOwner(people.data?.items ?? [], locked);
  const enter = async (personId: string, pin: string): Promise<void> => {
    await lockTold();
    const own = locked?.employee.id === personId;
    const me = own ? await api.unlock(pin) : await api.login(personId, pin);
    if (!own) queries.removeQueries({ predicate: (query) => !KEPT.has(String(query.queryKey[0])) });
    queries.setQueryData(meQuery.queryKey, me);
    onEntered();
  };
  return (
    <PinLogin
      house={device.venue.name}
      place={[rememberedNight(), device.name].filter(Boolean).join(' · ')}
      badge={badge}
      people={people.isPending && listed.length === 0 ? null : listed.map((one) => ({ ...one, role: roleOf(one, t) }))}
      failed={people.isError}
      failedDetail={t('login.no_people_detail')}
      onRetry={() => void people.refetch()}
      nobody={t('login.nobody')}
      ownerId={locked?.employee.id ?? null}
      onPin={enter}
      refusalOf={pinRefusal}
      foot={<UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />}
    />
  );
}

/** What does not belong to a person, so that a switch does not have to ask for it again. */
const KEPT = new Set(['device', 'people', 'catalog', 'me']);

/** The owner of a locked session can always come back, also when the list cannot be asked for. */
function withOwner(people: readonly Person[], locked: Me | null): readonly Person[] {
  if (!locked || people.some((person) => person.id === locked.employee.id)) return people;
  return [{ ...locked.employee, last_used_at: null }, ...people];
}

const ROLES = ['admin', 'supervisor', 'cashier'] as const;

function roleOf(person: Person, t: ReturnType<typeof useTranslation>['t']): string | undefined {
  const role = ROLES.find((name) => person.roles.includes(name));
  return role && t(`role.${role}`);
}
