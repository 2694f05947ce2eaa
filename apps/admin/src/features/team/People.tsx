import { StatusDot } from '@libs/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employee, Role } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listPeople, ROLES } from './api';
import { PersonPanel } from './PersonPanel';
import { formatRut } from './rut';

const route = getRouteApi('/in/team');

/** Everybody who works here. */
export function People(): ReactNode {
  const { t } = useTranslation();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [wanted] = useDebouncedValue(q, 250);
  const [role, setRole] = useState<Role | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const pages = usePages(['team', 'people', wanted, role], (cursor) =>
    listPeople({ role: role ?? undefined, q: wanted || undefined }, cursor),
  );
  return (
    <>
      <div className="a-bar">
        <TextInput
          className="a-bar__wide"
          label={t('act.search')}
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          value={q}
          onChange={(event) =>
            void navigate({ search: { tab: 'people', q: event.currentTarget.value || undefined }, replace: true })
          }
        />
        <Select
          label={t('team.role')}
          placeholder={t('team.all_roles')}
          clearable
          data={ROLES.map((one) => ({ value: one, label: t(`word.role.${one}`) }))}
          value={role}
          onChange={(one) => setRole(one)}
        />
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setShown('new')}>
            {t('team.new_person')}
          </Button>
        </div>
      </div>
      <AnswerOf of={pages}>
        {(people) => (
          <>
            <Grid<Employee>
              label={t('team.people')}
              rows={people}
              more={pages.more}
              empty={t('team.no_people')}
              dim={({ is_active }) => !is_active}
              columns={[
                {
                  accessor: 'name',
                  title: t('team.person'),
                  render: (person) => (
                    <button type="button" className="a-rowlink" onClick={() => setShown(person.id)}>
                      <strong>{person.name}</strong>
                    </button>
                  ),
                },
                {
                  accessor: 'roles',
                  title: t('team.role'),
                  render: ({ roles }) => roles.map((one) => t(`word.role.${one}`)).join(', '),
                },
                { accessor: 'state', title: t('team.state'), render: (person) => <PersonState person={person} /> },
                {
                  accessor: 'rut',
                  title: t('team.rut'),
                  noWrap: true,
                  visibleMediaQuery: ROOMY,
                  render: ({ rut }) => (rut ? formatRut(rut) : '–'),
                },
                {
                  accessor: 'contact',
                  title: t('team.contact'),
                  visibleMediaQuery: MIDDLE,
                  render: ({ phone, email }) => phone ?? email ?? '–',
                },
              ]}
            />
            {shown && (
              <PersonPanel key={shown} person={people.find(({ id }) => id === shown)} onClose={() => setShown(null)} />
            )}
          </>
        )}
      </AnswerOf>
    </>
  );
}

/** What stands in the way of a person, or where they are. */
export function PersonState({ person }: { readonly person: Employee }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!person.is_active) return <StatusDot tone="idle">{t('team.left')}</StatusDot>;
  if (person.pin_needs_unlock) return <StatusDot tone="bad">{t('team.needs_unlock')}</StatusDot>;
  if (person.pin_locked_until) {
    return <StatusDot tone="warn">{t('team.locked', { time: format.time(person.pin_locked_until) })}</StatusDot>;
  }
  if (person.session_count > 0) return <StatusDot tone="ok">{t('team.now')}</StatusDot>;
  return <span className="a-quiet">{t(person.has_pin ? 'team.has_pin' : 'team.no_pin')}</span>;
}
