import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../app/api';
import type { AuditEntry, AuditVerdict, Device, Employee, Page } from '../../app/wire';
import { everyPage } from '../../parts/everyPage';

export interface AuditFilter {
  readonly type?: string;
  readonly subject?: string;
  readonly employee?: string;
  readonly night?: string;
  /** Instants. */
  readonly from?: string;
  readonly to?: string;
}

export function listEntries(filter: AuditFilter, cursor: string | undefined): Promise<Page<AuditEntry>> {
  const { type, subject, employee, night, from, to } = filter;
  const query = { type, subject_id: subject, employee_id: employee, night_id: night, from, to, cursor };
  return answer(api.GET('/api/v1/audit', { params: { query } }));
}

export function verifyAudit(): Promise<AuditVerdict> {
  return answer(api.POST('/api/v1/audit/verify'));
}

export const peopleQuery = queryOptions({
  queryKey: ['team', 'audit-people'],
  queryFn: (): Promise<Employee[]> =>
    everyPage((cursor): Promise<Page<Employee>> =>
      answer(api.GET('/api/v1/employees', { params: { query: { cursor, limit: 100 } } })),
    ),
});

export const tabletsQuery = queryOptions({
  queryKey: ['devices', 'all'],
  queryFn: (): Promise<Device[]> =>
    everyPage((cursor): Promise<Page<Device>> =>
      answer(api.GET('/api/v1/devices', { params: { query: { cursor, limit: 100 } } })),
    ),
});
