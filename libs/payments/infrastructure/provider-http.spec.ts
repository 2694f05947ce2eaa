import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { evidenceOf, last4Of, safeText } from './provider-facts';
import { ProviderHttp } from './provider-http';

describe('talking to a provider', () => {
  let server: Server;
  let answer: { status: number; type: string; body: string };
  let http: ProviderHttp;

  beforeEach(async () => {
    server = createServer((_request, response) => {
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    http = new ProviderHttp('klap', { baseUrl, maxAnswerBytes: 1_000 });
  });

  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  it.each([200, 400, 404])('takes JSON with %i for its answer', async (status) => {
    answer = { status, type: 'application/json; charset=utf-8', body: '{"a":1}' };
    expect(await http.send({ method: 'GET', path: '/' })).toEqual({ status, json: { a: 1 } });
  });

  it.each([
    ['server_error', { status: 503, type: 'application/json', body: '{}' }],
    ['server_error', { status: 429, type: 'application/json', body: '{}' }],
    ['not_json', { status: 403, type: 'text/html', body: '<p>Blocked' }],
    ['not_json', { status: 200, type: 'application/json', body: '{' }],
    ['not_json', { status: 200, type: 'text/plain', body: '{}' }],
    ['too_large', { status: 200, type: 'application/json', body: JSON.stringify('x'.repeat(1_000)) }],
  ])('knows nothing after %s', async (why, given) => {
    answer = given;
    await expect(http.send({ method: 'GET', path: '/' })).rejects.toMatchObject({ why });
  });

  it.each(['http://klap.example', 'ftp://klap.example', 'klap'])('sends no secret to %s', (baseUrl) => {
    expect(() => new ProviderHttp('klap', { baseUrl })).toThrow('https://');
  });

  it.each(['javascript:alert(1)', 'http://phishing.example', '/pay'])('sends no guest to %s', (url) => {
    expect(() => http.readPageUrl(url)).toThrow('payment.provider_unreachable');
  });
});

describe('what is kept of a provider’s words', () => {
  it.each(['4111111111111111', 'PAN 4111 1111 1111 1111.', '4111-1111-1111-1111'])('masks %s', (text) => {
    expect(safeText(text)).not.toMatch(/1111/);
  });

  it('keeps four digits of a card, also when the service sent more or a number', () => {
    expect(['4111111111110042', '42', '****0042', '', null].map(last4Of)).toEqual(['0042', '0042', '0042', null, null]);
  });

  it('keeps short facts and leaves out missing ones', () => {
    expect(evidenceOf({ message: 'x'.repeat(500), code: null, reason: '05' })).toEqual({
      message: 'x'.repeat(120),
      reason: '05',
    });
  });
});
