import { z } from 'zod';
import { Verdict } from '@libs/audit/application';
import { AuditFilter, AuditRow } from '@libs/audit/infrastructure';
import { instant, Page, pageOf, pageQuery, uuid } from '@libs/platform';

const entryWire = z
  .object({
    event_id: uuid,
    type: z.string().describe('<context>.<what_happened>'),
    chain: z.string().describe('session:<id> for a shift at a register, venue:<id> for everything else'),
    position: z.int().describe('In its chain, from 1, without gaps'),
    occurred_at: instant,
    employee_name: z.string().nullable().describe('Who did it; null when nobody was logged in'),
    device_id: uuid.nullable(),
    ip: z.string().nullable(),
    subject_id: uuid.describe('What it is about: the sale, the ticket, the employee'),
    night_id: uuid.nullable(),
    data: z.record(z.string(), z.unknown()).describe('Facts; before and after of changes'),
    hash: z.string().describe('SHA-256 over the entry and the hash before it, hex'),
  })
  .meta({ id: 'AuditEntry' });

export const auditPage = pageOf(entryWire).meta({ id: 'AuditPage' });

export const auditQuery = z.strictObject({
  ...pageQuery,
  type: z
    .string()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{1,60})?$/)
    .optional()
    .describe('A type, or the context before its dot: sales'),
  subject_id: uuid.optional(),
  employee_id: uuid.optional(),
  night_id: uuid.optional(),
  from: instant.optional(),
  to: instant.optional().describe('Up to, not including'),
});

export const verdictWire = z
  .object({
    ok: z.boolean(),
    entries: z.int(),
    chains: z.int(),
    anchors: z.int(),
    broken: z.array(
      z.object({
        chain: z.string(),
        position: z.int(),
        problem: z
          .enum(['changed', 'gap', 'unlinked', 'cut', 'rewritten'])
          .describe(
            'changed: not the content that was hashed. gap: entries are missing from here. unlinked: does not follow ' +
              'the one before. cut: an anchor saw this entry, it is gone. rewritten: an anchor saw another entry here',
          ),
      }),
    ),
  })
  .meta({ id: 'AuditVerdict' });

export function toFilter(query: z.output<typeof auditQuery>): AuditFilter {
  const { from, to } = query;
  return {
    type: query.type,
    subjectId: query.subject_id,
    employeeId: query.employee_id,
    nightId: query.night_id,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
    limit: query.limit,
    cursor: query.cursor,
  };
}

export function toAuditPage({ items, nextCursor }: Page<AuditRow>): z.input<typeof auditPage> {
  return {
    items: items.map((row) => ({ ...row, occurred_at: row.occurred_at.toISOString() })),
    next_cursor: nextCursor,
  };
}

export function toVerdict({ broken, ...counts }: Verdict): z.input<typeof verdictWire> {
  return { ...counts, broken: [...broken] };
}
