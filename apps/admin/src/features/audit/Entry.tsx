import { formatCLP } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { peopleQuery, tabletsQuery } from './api';
import { isMoney, readData } from './diff';
import { useEventWord, useFieldWord } from './useEventWord';

/** One entry: who, what, when, where; opened, also from what to what. */
export function Entry({ entry }: { readonly entry: AuditEntry }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useEventWord();
  const tablets = useQuery(tabletsQuery);
  const tablet = tablets.data?.find(({ id }) => id === entry.device_id)?.name;
  const name = [entry.data.name, entry.data.display_code].find((value) => typeof value === 'string');
  return (
    <li>
      <details className="u-entry">
        <summary>
          <IconChevronRight size={18} stroke={1.8} className="u-entry__mark" aria-hidden />
          <time dateTime={entry.occurred_at}>{format.moment(entry.occurred_at)}</time>
          <strong>{entry.employee_name ?? t('audit.nobody')}</strong>
          <span className="u-entry__what">
            {word(entry.type)} {name && <span className="a-quiet">{name}</span>}
          </span>
          <span className="a-quiet a-small u-entry__where">
            {[tablet, entry.ip?.replace(/^::ffff:/, '')].filter((part) => part !== undefined).join(' · ')}
          </span>
        </summary>
        <div className="u-entry__body">
          <Data data={entry.data} />
          <p className="a-quiet a-small u-entry__seal">
            {t('audit.seal', { hash: entry.hash.slice(0, 16), chain: entry.chain, position: entry.position })}
          </p>
          <Link to="/audit" search={{ subject: entry.subject_id }} className="a-link a-small">
            {t('audit.only_this')}
          </Link>
        </div>
      </details>
    </li>
  );
}

function Data({ data }: { readonly data: AuditEntry['data'] }): ReactNode {
  const { t } = useTranslation();
  const called = useFieldWord();
  const { changes, facts } = readData(data);
  return (
    <>
      {changes.length > 0 && (
        <table className="a-lines">
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{called(field)}</th>
                <td className="u-before">
                  <Value field={field} value={before} />
                </td>
                <td className="u-after">
                  <Value field={field} value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {facts.length > 0 && (
        <dl className="a-facts">
          {facts.map(([field, value]) => (
            <div key={field}>
              <dt>{called(field)}</dt>
              <dd>
                <Value field={field} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Value({ field, value }: { readonly field: string; readonly value: unknown }): ReactNode {
  const { t } = useTranslation();
  const people = useQuery(peopleQuery);
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'act.yes' : 'act.no');
  if (typeof value === 'number') return isMoney(field) && Number.isInteger(value) ? formatCLP(value) : String(value);
  if (typeof value === 'string') return people.data?.find(({ id }) => id === value)?.name ?? value;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(', ');
  return <code className="u-code">{JSON.stringify(value)}</code>;
}
