import { startTestApp, useTestApp } from './support';

describe('an instance', () => {
  const app = useTestApp();

  it('answers that it is alive and that its database is', async () => {
    const client = app.current.client();
    expect((await client.get('//health/live')).status).toBe(200);
    expect((await client.get('//health/ready')).status).toBe(200);
  });

  it('says 404 in the form of a problem to an address that leads nowhere', async () => {
    const answer = await app.current.client().get('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 404, code: 'request.not_found' });
  });

  it('publishes an OpenAPI document', async () => {
    const { status, body } = await app.current.client().get<{ openapi: string }>('/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
  });
});

it('stops cleanly when it has hardly started', async () => {
  for (let round = 0; round < 4; round += 1) await (await startTestApp()).close();
});
