import { Fixtures, HttpClient, PASSWORD, useTestApp } from './support';

const APP = 'https://app.adalo.example';

describe('an app of another origin', () => {
  const app = useTestApp({ CORS_ORIGINS: `${APP}, https://other.example`, PUBLIC_ORIGIN: 'https://club.example' });
  const preflight = (path: string, origin: string) =>
    fetch(`${app.current.url}/api/v1${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
  const from = (origin: string) => ({ headers: { origin } });
  const client = (): HttpClient => app.current.client();

  it('that the house named may call what guests call, without cookies', async () => {
    const asked = await preflight('/wallet/recharge', APP);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(APP);
    for (const header of ['Idempotency-Key', 'X-Api-Key']) {
      expect(asked.headers.get('access-control-allow-headers')).toContain(header);
    }
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const make = new Fixtures(app.current);
    const { email, venueId } = await make.customer(await make.venue());
    const login = { email, password: PASSWORD, venue_id: venueId };
    const { status, headers } = await client().post('/customers/login', login, from(APP));
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(APP);
  });

  it('that nobody named is refused', async () => {
    const stranger = 'https://evil.example';
    expect((await preflight('/wallet/recharge', stranger)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await client().post('/customers/login', {}, from(stranger))).status).toBe(403);
  });

  it('never reaches what staff calls', async () => {
    expect((await preflight('/sales', APP)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await client().post('/sales', {}, from(APP))).status).toBe(403);
    expect((await client().post('/admin/login', {}, from(APP))).status).toBe(403);
  });
});
