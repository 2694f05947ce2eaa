import { newId } from '@libs/kernel';
import { describeApi } from '../src/describe-api';
import { AgentPlayed } from './support/card-till';
import { Fixtures } from './support/fixtures';
import { Answer, HttpClient } from './support/http-client';
import { filled, Route, routesOf, Schema } from './support/routes';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

/** What no field of ours accepts, each a thing that has broken other systems. */
const GARBAGE: readonly unknown[] = [
  -1,
  0.5,
  // JSON for Infinity and for a whole number that a double cannot hold.
  '%%1e400',
  '%%9007199254740993',
  null,
  [],
  [[[[[]]]]],
  {},
  { a: { b: { c: { d: {} } } } },
  'NUL\u0000byte',
  '__proto__',
];

/** So long that two of them are too much for any body: each field gets it alone. */
const LONG = 'x'.repeat(60_000);

const isObjectLike = (schema: Schema): boolean => schema.type === 'object' || schema.properties !== undefined;

/** Field types that may well take one of the garbage values as a legitimate one. */
function mayAccept(schema: Schema, value: unknown): boolean {
  const text = JSON.stringify(schema);
  if (value === null) return text.includes('"null"');
  if (Array.isArray(value)) return text.includes('"array"');
  if (typeof value === 'object') return isObjectLike(schema) || text.includes('"object"');
  if (value === '__proto__') return text.includes('"string"');
  // Secrets may be any text; whether they are right is another question.
  if (typeof value === 'string' && !value.startsWith('%%'))
    return text.includes('"string"') && !text.includes('"pattern"');
  return text.includes('"number"');
}

function body(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(fields).replace(/"%%([\d.e]+)"/g, '$1');
}

/** Of a person with a session, an agent with a key, or a customer with a token. */
const isOfPeople = ({ access }: Route): boolean => ['session', 'agent', 'customer'].includes(access.kind);

describe('every route of the API', () => {
  const app = useTestApp();
  let routes: Route[];
  let everybody: Fixtures;
  let venue: { id: string; name: string };
  let admin: HttpClient;
  let agentKey: string;
  let customerToken: string;

  beforeAll(async () => {
    routes = routesOf(await describeApi());
    const club = await Club.open(app.current);
    everybody = club.make;
    venue = club.venue;
    agentKey = (await AgentPlayed.at(club, await club.register())).key;
    customerToken = (await everybody.loggedInCustomer(venue)).accessToken;
    admin = await everybody.loggedIn(venue, ['admin'], 'admin');
  });

  const send = (
    client: HttpClient,
    route: Route,
    path: string,
    raw?: string,
    secrets = { agent: agentKey, customer: customerToken },
  ): Promise<Answer<Problem>> =>
    client.send<Problem>(route.method, path, route.method === 'GET' ? undefined : raw, {
      ...(route.needsKey ? { key: newId() } : {}),
      ...(route.access.kind === 'agent' || route.access.kind === 'customer'
        ? { headers: { authorization: `Bearer ${secrets[route.access.kind]}` } }
        : {}),
    });

  function expectRefusal(route: Route, answer: Answer<Problem>, what: string): void {
    const context = `${route.method} ${route.path} given ${what.slice(0, 200)}`;
    const isRefused = answer.status >= 400 && answer.status < 500;
    expect({ context, status: answer.status, isRefused, problem: answer.body }).toMatchObject({
      context,
      isRefused: true,
      problem: {
        code: expect.any(String) as string,
        title: expect.any(String) as string,
        detail: expect.any(String) as string,
      },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }

  it('is described: there are many of them, each says who may call it', () => {
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes) expect(route.access.kind).toMatch(/^(public|device|agent|customer|session)$/);
  });

  it('asks for a session, a tablet, an agent’s key or a customer’s token, unless anyone may call it', async () => {
    for (const route of routes.filter((one) => one.access.kind !== 'public')) {
      const none = { agent: 'none', customer: 'none' };
      const answer = await send(app.current.client('pos'), route, filled(route.path, newId()), '{}', none);
      expectRefusal(route, answer, 'nobody');
      expect(answer.status).toBe(401);
    }
  });

  it("refuses another role's route with 403, whatever is sent", async () => {
    const wardrobe = await everybody.loggedIn(venue, ['wardrobe'], 'wardrobe');
    for (const route of routes.filter((one) => (one.access.any_of ?? []).length > 0)) {
      const answer = await send(wardrobe, route, filled(route.path, newId()), '{}');
      expectRefusal(route, answer, 'a wardrobe person');
      expect(answer.status).toBe(403);
    }
  });

  it('knows nothing behind a malformed id and nothing behind an unknown one', async () => {
    for (const route of routes.filter((one) => one.path.includes('{') && isOfPeople(one))) {
      const malformed = await send(admin, route, filled(route.path, "1' OR 1=1"), '{}');
      expectRefusal(route, malformed, 'a malformed id');
      const unknown = await send(admin, route, filled(route.path, newId()), '{}');
      expectRefusal(route, unknown, 'an unknown id');
    }
  });

  it('refuses unknown fields, by name', async () => {
    for (const route of routes.filter((one) => one.fields && isOfPeople(one))) {
      const answer = await send(admin, route, filled(route.path, newId()), '{"no_such_field":1}');
      if (answer.status === 403) continue;
      expectRefusal(route, answer, 'an unknown field');
      expect(answer.body.errors?.map((error) => error.pointer)).toContain('/no_such_field');
    }
  });

  it('names every field that holds garbage, and never fails on it', async () => {
    const unnamed: string[] = [];
    const give = async (route: Route, garbage: unknown, fields: readonly [string, Schema][]): Promise<void> => {
      const client = route.access.kind === 'session' ? admin : app.current.client('pos');
      const raw = body(Object.fromEntries(fields.map(([field]) => [field, garbage])));
      const answer = await send(client, route, filled(route.path, newId()), raw);
      const what = `${route.method} ${route.path} given ${JSON.stringify(garbage).slice(0, 80)}`;
      expect({ what, ok: answer.status < 500 }).toEqual({ what, ok: true });
      const wrong = fields.filter(([, schema]) => !mayAccept(schema, garbage)).map(([field]) => field);
      if (answer.status === 401 || answer.status === 403 || wrong.length === 0) return;
      expectRefusal(route, answer, what);
      const pointers = answer.body.errors?.map((error) => error.pointer) ?? [];
      const isNamed = (field: string): boolean =>
        pointers.some((pointer) => pointer === `/${field}` || pointer.startsWith(`/${field}/`));
      unnamed.push(...wrong.filter((field) => !isNamed(field)).map((field) => `${what} as ${field}`));
    };
    for (const route of routes.filter((one) => one.fields)) {
      const fields = Object.entries(route.fields ?? {});
      for (const garbage of GARBAGE) await give(route, garbage, fields);
      for (const field of fields) await give(route, LONG, [field]);
    }
    expect(unnamed).toEqual([]);
  }, 90_000);

  it('refuses bodies that are no JSON objects, are too large, or too deep', async () => {
    const bodies = ['{', '"text"', '7', 'null', '[]', `{"a":"${'x'.repeat(200_000)}"}`, '['.repeat(20_000)];
    for (const route of routes.filter((one) => one.fields && isOfPeople(one))) {
      for (const raw of bodies) {
        const answer = await send(admin, route, filled(route.path, newId()), raw);
        expectRefusal(route, answer, raw);
      }
    }
  });

  it('refuses queries out of bounds', async () => {
    const queries = [
      'limit=0',
      'limit=101',
      'limit=1e9',
      'limit=x',
      'cursor=%00',
      'cursor=x',
      'limit[]=1',
      'limit=1&limit=2',
    ];
    const lists = routes.filter(
      (one) => one.method === 'GET' && one.query.some((parameter) => parameter.name === 'limit'),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const route of lists) {
      for (const query of queries) {
        const answer = await send(admin, route, `${filled(route.path, newId())}?${query}`);
        expectRefusal(route, answer, query);
      }
    }
  });

  it('wants an idempotency key wherever money, stock or tickets move', async () => {
    const moving = routes.filter((one) => one.needsKey);
    expect(moving.length).toBeGreaterThan(10);
    for (const route of moving) {
      const answer = await admin.send<Problem>(route.method, filled(route.path, newId()), {}, {});
      if (answer.status === 403) continue;
      expectRefusal(route, answer, 'no key');
    }
  });

  it('answers in the language that was asked for', async () => {
    const spanish = await app.current.client('pos').get<Problem>('/auth/me');
    const english = await app.current.client('pos').get<Problem>('/auth/me', { headers: { 'accept-language': 'en' } });
    expect(spanish.body).toMatchObject({ code: 'auth.required', title: 'Entra de nuevo' });
    expect(english.body).toMatchObject({ code: 'auth.required', title: 'Log in again' });
  });

  it('tells neither the framework nor a stack', async () => {
    const answer = await app.current.client('pos').get('//api/v1/no/such/route');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|Nest/);
  });
});
