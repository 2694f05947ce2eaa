import { useWrite } from '@libs/screen';
import { EmptyState, ErrorState, LoadingState, PersonTile, signal, useToast } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { mySessionQuery, peopleQuery, registersQuery } from '../../app/queries';
import { useTill } from '../../app/till-context';
import type { Person } from '../../app/wire';
import { Notice } from '../../parts/Notice';
import { PinPanel } from '../../parts/PinPanel';
import { SubPage } from '../../parts/SubPage';
import { counterOf, useStored } from '../../till/counter-store';
import './close.css';

/** The drawer goes to another person, who takes it with their own PIN. */
export function HandOverScreen(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { me, session } = useTill();
  const counter = useStored(counterOf(me.employee.id));
  const people = useQuery(peopleQuery);
  const [to, setTo] = useState<Person | null>(null);
  const others = people.data?.items.filter((person) => person.id !== me.employee.id) ?? [];
  const give = useWrite(
    ({ person, pin }: { person: Person; pin: string }, key) => api.handOver(session.id, person.id, pin, key),
    (_, { person }) => {
      signal('ok');
      toast({ text: t('hand_over.done', { name: person.name }), outcome: 'ok' });
      void navigate({ to: '/' });
      void queries.invalidateQueries(mySessionQuery);
      void queries.invalidateQueries(registersQuery);
    },
  );
  const blocked = counter.held.length > 0 || counter.cart.length > 0;
  return (
    <SubPage title={t('hand_over.title', { register: session.register.name })}>
      {blocked && <Notice>{t('hand_over.held')}</Notice>}
      {people.isPending && <LoadingState />}
      {people.isError && !people.data && (
        <ErrorState detail={t('state.nothing_done')} onRetry={() => void people.refetch()} />
      )}
      {people.data && others.length === 0 && (
        <EmptyState title={t('hand_over.nobody')} detail={t('hand_over.nobody_detail')} />
      )}
      {!blocked && people.data && (
        <div className="pos-handover">
          <div className="n-people" role="group" aria-label={t('hand_over.to')}>
            {others.map((person) => (
              <PersonTile
                key={person.id}
                name={person.name}
                chosen={person.id === to?.id}
                onPress={() => setTo(person)}
              />
            ))}
          </div>
          {to && (
            <PinPanel
              key={to.id}
              title={to.name}
              detail={t('hand_over.pin')}
              onPin={(pin) => give.mutateAsync({ person: to, pin }).then(() => undefined)}
            />
          )}
        </div>
      )}
    </SubPage>
  );
}
