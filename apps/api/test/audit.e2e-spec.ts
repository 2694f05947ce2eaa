import { Fixtures } from './support/fixtures';
import { useTestApp } from './support/test-app';

interface AuditBody {
  readonly items: { event_id: string; type: string; employee_name: string | null; hash: string; data: object }[];
  readonly next_cursor: string | null;
}

describe('the audit trail over HTTP', () => {
  const app = useTestApp();
  let fixtures: Fixtures;
  let admin: Awaited<ReturnType<Fixtures['loggedIn']>>;
  let nightId: string;

  beforeAll(async () => {
    fixtures = new Fixtures(app.current);
    admin = await fixtures.loggedIn(await fixtures.venue(), ['admin'], 'admin');
    const night = await admin.post<{ id: string }>('/nights', { date: '2026-07-04', name: 'Sábado' });
    nightId = night.body.id;
    await admin.post(`/nights/${nightId}/prepare`);
    await app.current.drainOutbox();
  });

  it('lists what was done, the latest first, page by page', async () => {
    const first = await admin.get<AuditBody>(`/audit?night_id=${nightId}&limit=1`);
    expect(first).toMatchObject({
      status: 200,
      body: { items: [{ type: 'nights.night_prepared', employee_name: admin.person.name, subject_id: nightId }] },
    });
    const cursor = String(first.body.next_cursor);
    const second = await admin.get<AuditBody>(`/audit?night_id=${nightId}&limit=1&cursor=${cursor}`);
    expect(second.body).toMatchObject({ items: [{ type: 'nights.night_planned' }], next_cursor: null });
  });

  it.each([
    ['type=nights.night_planned', 1],
    ['type=nights', 2],
    ['type=sales', 0],
    ['from=2100-01-01T00:00:00Z', 0],
    ['to=2100-01-01T00:00:00Z&type=nights', 2],
    ['employee_id=0190aaaa-0000-7000-8000-000000000000', 0],
  ])('finds by %s', async (filter, count) => {
    expect((await admin.get<AuditBody>(`/audit?${filter}`)).body.items).toHaveLength(count);
  });

  it('proves itself, to this house about this house only', async () => {
    const verdict = await admin.post('/audit/verify');
    expect(verdict).toMatchObject({ status: 200, body: { ok: true, chains: 1, anchors: 0, broken: [] } });
    const stranger = await fixtures.loggedIn(await fixtures.venue(), ['admin'], 'admin');
    expect((await stranger.get<AuditBody>(`/audit?night_id=${nightId}`)).body.items).toEqual([]);
    expect((await stranger.post('/audit/verify')).body).toMatchObject({ ok: true, entries: 0 });
  });

  it('is for those who may read it', async () => {
    const cashier = await fixtures.loggedIn({ id: admin.person.venueId, name: '' }, ['cashier'], 'register');
    expect((await cashier.get('/audit')).status).toBe(403);
    expect((await cashier.post('/audit/verify')).status).toBe(403);
  });
});
