import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Mailer } from '@libs/customers/application';
import { MailPost } from '@libs/customers/infrastructure/mail-post';
import { entryType } from './support';
import { OnlineClub } from './support/online-club';
import { Club } from './support/till';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'adalo.md'), 'utf8');
const ORIGIN = 'https://app.adalo.example';

interface Call {
  readonly title: string;
  readonly request: string;
  readonly status: number;
  readonly answer: string;
}

/** Each heading with its request and the answer that the page promises. */
function callsOf(page: string): Call[] {
  const form = /^## (.+)\n[^]*?```http\n([^]*?)\n```\n\n(\d{3})\n\n```json\n([^]*?)\n```/gm;
  return [...page.matchAll(form)].map(([, title = '', request = '', status, answer = '']) => ({
    ...{ title, request, status: Number(status), answer },
  }));
}

/** Fields and their types; of a list the first element stands for all. What may be null is compared only where it is not. */
function shapeOf(promised: unknown, real: unknown): unknown {
  if (promised === null || real === null) return 'maybe null';
  if (Array.isArray(real)) {
    const other: unknown[] = Array.isArray(promised) ? promised : [];
    return real.length > 0 && other.length > 0 ? [shapeOf(other[0], real[0])] : [`${real.length}`];
  }
  if (typeof real !== 'object') return typeof real;
  const fields = promised as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(real).map(([name, value]) => [
      name,
      fields[name] === undefined ? 'not on the page' : shapeOf(fields[name], value),
    ]),
  );
}

describe('an Adalo app', () => {
  const known = new Map<string, string>();
  let online: OnlineClub;
  let club: Club;
  let revoke: () => Promise<void>;

  beforeAll(async () => {
    online = await OnlineClub.open({ CORS_ORIGINS: ORIGIN });
    club = await Club.open(online.app);
    await club.product({ price: 4_000 });
    await entryType(club.make, club.venue, { id: club.nightId }, { name: 'General', price: 8_000 });
    await club.make.night(club.venue, { status: 'PLANNED', name: 'Domingo' });
    // Another house in the same installation: the key says which one is meant.
    await club.make.venue();
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const asked = { name: 'Adalo', scopes: ['menu.read', 'events.read'] };
    const { body } = await admin.post<{ id: string; key: string }>('/api-keys', asked);
    known.set('api_key', body.key);
    revoke = async () => {
      await admin.delete(`/api-keys/${body.id}`);
    };
  });
  afterAll(() => online.close());

  async function make({ request }: Call) {
    const filled = request.replace(/\{\{(\w+)\}\}/g, (_, name: string) => known.get(name) ?? `no ${name}`);
    const [head = '', body] = filled.split('\n\n');
    const [line = '', ...headers] = head.split('\n');
    const [method = '', path = ''] = line.split(' ');
    const answer = await fetch(`${online.app.url}/api/v1${path}`, {
      method,
      headers: {
        ...{ origin: ORIGIN, 'content-type': 'application/json' },
        ...Object.fromEntries(headers.map((header) => header.split(': ') as [string, string])),
      },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
  }

  /** What happens outside of the app meanwhile: a mail arrives, the guest pays, a till sells. */
  const meanwhile: Readonly<Record<string, (answer: Record<string, unknown>) => Promise<void> | void>> = {
    Register: () => {
      const { kept } = online.app.nest.get<Mailer, MailPost>(Mailer);
      known.set('code', kept.at(-1)?.code ?? '');
    },
    Recharge: ({ payment_intent_id: id }) => online.press(String(id), 'approve'),
    'My QR': async ({ qr }) => {
      const { body } = await club.cashier.post<{ customer_token: string }>('/customers/identify', { qr });
      const session = await club.session();
      await club.sell(session.id, await club.product({ price: 4_000 }), {
        body: { customer_token: body.customer_token },
      });
    },
    Entradas: (answer) => {
      known.set('entry_type', String((answer as unknown as { id: number }[])[0]?.id));
    },
  };

  it('makes the calls of docs/adalo.md one after another and gets what stands there', async () => {
    const calls = callsOf(PAGE);
    expect(calls).toHaveLength(PAGE.match(/^## /gm)?.length ?? 0);
    for (const call of calls) {
      const { status, json, headers } = await make(call);
      expect({ call: call.title, status, json }).toMatchObject({ status: call.status });
      const promised: unknown = JSON.parse(call.answer);
      expect({ [call.title]: shapeOf(promised, json) }).toEqual({ [call.title]: shapeOf(json, promised) });
      expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
      for (const name of ['token', 'access_token', 'refresh_token']) {
        if (typeof json[name] === 'string') known.set(name, json[name]);
      }
      await meanwhile[call.title]?.(json);
    }
  });

  it('gets nothing more once its key is revoked, not even for a guest who is logged in', async () => {
    await revoke();
    for (const call of callsOf(PAGE)) {
      const { status, json } = await make(call);
      expect({ call: call.title, status, code: json['code'] }).toEqual({
        call: call.title,
        status: 401,
        code: 'api_key.invalid',
      });
    }
  });
});
