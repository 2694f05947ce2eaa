import { Clock, ErrorState, LanguageSwitch, LoadingState, PersonTile, UpdateNotice, Wordmark } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { rememberedNight } from '../../app/night-name';
import { meQuery, peopleQuery } from '../../app/queries';
import type { Device, Me, Person } from '../../app/wire';
import { PinPanel } from '../../parts/PinPanel';
import './login.css';

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
  const [chosenId, setChosenId] = useState<string | null>(locked?.employee.id ?? null);
  const listed = withOwner(people.data?.items ?? [], locked);
  const chosen = listed.find((person) => person.id === chosenId);

  const enter = async (pin: string): Promise<void> => {
    if (!chosen) return;
    const own = locked?.employee.id === chosen.id;
    const me = own ? await api.unlock(pin) : await api.login(chosen.id, pin);
    if (!own) queries.removeQueries({ predicate: (query) => !KEPT.has(String(query.queryKey[0])) });
    queries.setQueryData(meQuery.queryKey, me);
    onEntered();
  };

  return (
    <main className="pos-login">
      <section className="pos-login__house" aria-label={device.venue.name}>
        <header className="pos-login__head">
          <h1>
            <Wordmark>{device.venue.name}</Wordmark>
          </h1>
          {badge}
        </header>
        <div className="pos-login__time">
          <Clock size="huge" />
          <p className="pos-login__night">{[rememberedNight(), device.name].filter(Boolean).join(' · ')}</p>
        </div>
        {people.isPending && <LoadingState />}
        {people.isError && listed.length === 0 && (
          <ErrorState
            title={t('login.no_people')}
            detail={t('login.no_people_detail')}
            onRetry={() => void people.refetch()}
          />
        )}
        {people.data?.items.length === 0 && <p className="pos-text2">{t('login.nobody')}</p>}
        <div className="pos-people" role="group" aria-label={t('login.who')}>
          {listed.map((person) => (
            <PersonTile
              key={person.id}
              name={person.name}
              role={roleOf(person, t)}
              chosen={person.id === chosenId}
              onPress={() => setChosenId(person.id)}
            />
          ))}
        </div>
        <footer className="pos-login__foot">
          <LanguageSwitch />
          <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
        </footer>
      </section>
      <section className="pos-login__pin" aria-label={t('login.pin_region')}>
        <PinPanel
          key={chosenId ?? 'nobody'}
          title={chosen ? chosen.name : t('login.who')}
          detail={chosen ? t('login.pin') : t('login.pick')}
          disabled={!chosen}
          onPin={enter}
        />
      </section>
    </main>
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
