import {
  Clock,
  ErrorState,
  LanguageSwitch,
  LoadingState,
  PersonTile,
  Tabs,
  unlockAudio,
  UpdateNotice,
  Wordmark,
} from '@libs/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Device, type Me, type Person } from '../../app/api';
import { lockTold } from '../../app/lock';
import { barsQuery, meQuery, peopleQuery } from '../../app/queries';
import { lastBar } from '../../app/stored';
import { FailureNotice } from '../../parts/Notice';
import './enter.css';

interface EnterScreenProps {
  readonly device: Device;
  /** Whose session is locked on this tablet: one tap brings it back. */
  readonly locked: Me | null;
  readonly badge: ReactNode;
  /** Somebody is in: the local lock opens. */
  readonly onEntered: () => void;
}

/** Which bar, and who serves: no PIN, for nothing is worth money here. The same screen unlocks and switches person. */
export function EnterScreen({ device, locked, badge, onEntered }: EnterScreenProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const people = useQuery(peopleQuery);
  const bars = useQuery(barsQuery);
  const [picked, setPicked] = useState(locked?.bar?.id ?? lastBar.get());
  const offered = bars.data?.items ?? (locked?.bar ? [locked.bar] : []);
  const bar = offered.find(({ id }) => id === picked) ?? offered[0];
  const enter = useMutation({
    mutationFn: async (person: Person): Promise<Me> => {
      if (!bar) throw new Error('no bar to work at');
      await lockTold();
      const same = locked?.employee.id === person.id && locked.bar?.id === bar.id;
      return same ? api.unlock() : api.login(person.id, bar.id);
    },
    onSuccess: (me) => {
      lastBar.set(me.bar?.id ?? null);
      queries.setQueryData(meQuery.queryKey, me);
      onEntered();
    },
  });
  const retry = (): void => {
    void people.refetch();
    void bars.refetch();
  };
  const listed = withOwner(people.data?.items ?? [], locked);
  const failed = (people.isError && listed.length === 0) || (bars.isError && !bar);
  return (
    <main className="bar-enter">
      <header className="bar-enter__head">
        <Wordmark>{device.venue.name}</Wordmark>
        <span className="bar-enter__device">{device.name}</span>
        <div className="bar-enter__end">
          {badge}
          <Clock />
        </div>
      </header>
      <div className="bar-enter__body">
        <h1 className="bar-enter__title">{t('enter.who')}</h1>
        <p className="bar-text2">{locked ? t('enter.locked', { name: locked.employee.name }) : t('enter.pick_bar')}</p>
        {bar && offered.length > 1 && (
          <Tabs
            label={t('enter.which_bar')}
            tabs={offered.map(({ id, name }) => ({ key: id, label: name }))}
            chosen={bar.id}
            onChoose={setPicked}
            controls="bar-people"
          />
        )}
        {bars.data?.items.length === 0 && <p className="bar-notice">{t('enter.no_bars')}</p>}
        {(people.isPending || bars.isPending) && <LoadingState />}
        {failed && <ErrorState title={t('enter.failed')} detail={t('enter.failed_detail')} onRetry={retry} />}
        {people.data && listed.length === 0 && <p className="bar-notice">{t('enter.nobody')}</p>}
        <FailureNotice error={enter.error} />
        {bar && listed.length > 0 && (
          <div
            id="bar-people"
            className="bar-people"
            role="group"
            aria-label={t('enter.who')}
            aria-busy={enter.isPending}
          >
            {listed.map((person) => (
              <PersonTile
                key={person.id}
                name={person.name}
                role={roleOf(person, t)}
                chosen={enter.isPending && enter.variables.id === person.id}
                onPress={() => {
                  unlockAudio();
                  if (!enter.isPending) enter.mutate(person);
                }}
              />
            ))}
          </div>
        )}
      </div>
      <footer className="bar-enter__foot">
        <LanguageSwitch />
        <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
      </footer>
    </main>
  );
}

/** The owner of a locked session can always come back, also when the list cannot be asked for. */
function withOwner(people: readonly Person[], locked: Me | null): readonly Person[] {
  if (!locked || people.some((person) => person.id === locked.employee.id)) return people;
  return [{ ...locked.employee, last_used_at: null }, ...people];
}

const ROLES = ['admin', 'supervisor', 'bartender'] as const;

function roleOf(person: Person, t: ReturnType<typeof useTranslation>['t']): string | undefined {
  const role = ROLES.find((name) => person.roles.includes(name));
  return role && t(`role.${role}`);
}
