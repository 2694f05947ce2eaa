import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { AuditEntry } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { type Act, useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { addDays, instantAt } from '../../parts/zone';
import { listEntries, tabletsQuery, verifyAudit } from './api';
import './audit.css';
import { saveFile, toCsv } from './csv';
import { Entry } from './Entry';
import { Filters } from './Filters';
import { useEventWord } from './useEventWord';
import { VerdictNote } from './VerdictNote';
import { useState } from 'react';
import type { AuditVerdict } from '../../app/wire';

const route = getRouteApi('/in/audit');

/** Who did what, when and from where; filters in the address, proof by a button, rows as CSV. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const { venue } = useMe();
  const { from, to, ...rest } = route.useSearch();
  const filter = {
    ...rest,
    from: from && instantAt(from, '00:00', venue.time_zone),
    to: to && instantAt(addDays(to, 1), '00:00', venue.time_zone),
  };
  const pages = usePages(['audit', filter], (cursor) => listEntries(filter, cursor));
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const verify = useAct(() => verifyAudit(), { says: null, onDone: setVerdict });
  return (
    <div className="a-page">
      <PageHead title={t('nav.audit')} sub={t('audit.lead')} actions={<Acts rows={pages.rows} verify={verify} />} />
      <FailureNote failure={verify.failure} />
      {verdict && <VerdictNote verdict={verdict} />}
      <Filters />
      <AnswerOf of={pages}>
        {(entries) => (
          <section aria-label={t('audit.list')}>
            {entries.length === 0 && <p className="a-quiet">{t('audit.none')}</p>}
            <ol className="u-list">
              {entries.map((entry) => (
                <Entry key={entry.event_id} entry={entry} />
              ))}
            </ol>
            {pages.more.has && (
              <Button variant="light" loading={pages.more.busy} onClick={pages.more.load} className="a-more">
                {t('act.more')}
              </Button>
            )}
          </section>
        )}
      </AnswerOf>
    </div>
  );
}

interface ActsProps {
  readonly rows: readonly AuditEntry[];
  readonly verify: Act<undefined>;
}

function Acts({ rows, verify }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useEventWord();
  const tablets = useQuery(tabletsQuery);
  const tablet = (id: string | null): string =>
    id === null ? '' : (tablets.data?.find((one) => one.id === id)?.name ?? id);
  const save = (): void => {
    const head = ['occurred_at', 'time', 'type', 'what', 'employee', 'device', 'ip', 'subject_id', 'data', 'hash'];
    const lines = rows.map((row) => [
      row.occurred_at,
      format.moment(row.occurred_at),
      row.type,
      word(row.type),
      row.employee_name ?? '',
      tablet(row.device_id),
      row.ip ?? '',
      row.subject_id,
      JSON.stringify(row.data),
      row.hash,
    ]);
    saveFile(t('audit.file'), toCsv([head, ...lines]));
  };
  return (
    <>
      <Button
        variant="light"
        disabled={rows.length === 0}
        leftSection={<IconDownload size={20} stroke={1.7} aria-hidden />}
        onClick={save}
      >
        {t('act.export')}
      </Button>
      <Button
        loading={verify.busy}
        leftSection={<IconShieldCheck size={20} stroke={1.7} aria-hidden />}
        onClick={() => void verify.run(undefined)}
      >
        {t('audit.verify')}
      </Button>
    </>
  );
}
