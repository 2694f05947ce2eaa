import { CardTill } from './support/card-till';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

describe('a payment agent', () => {
  const app = useTestApp();
  let club: Club;

  beforeEach(async () => {
    club = await Club.open(app.current);
  });

  it('is enrolled once by a code, and known by its key until that is revoked', async () => {
    const registerId = await club.register();
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const { body: code } = await admin.post<{ id: string; code: string }>('/payment-agents', {
      ...{ register_id: registerId, name: 'Terminal de la barra' },
    });
    const enrol = () =>
      app.current.client().post<{ key: string; code?: string }>('/agent/enrol', {
        ...{ code: code.code.toLowerCase(), version: '1.0.0', hostname: 'pc-barra' },
      });
    const { status, body } = await enrol();
    expect(status).toBe(201);
    expect(await enrol()).toMatchObject({ status: 401, body: { code: 'agent.code_unknown' } });
    const beat = (key: string) =>
      app.current.client().post(
        '/agent/heartbeat',
        { version: '1.0.0', queue_length: 0, terminal: { state: 'ready' } },
        {
          headers: { authorization: `Bearer ${key}` },
        },
      );
    expect((await beat(body.key)).status).toBe(200);
    const { body: listed } = await admin.get<{ items: object[] }>('/payment-agents');
    expect(listed.items).toEqual([expect.objectContaining({ version: '1.0.0', terminal: { state: 'ready' } })]);
    await admin.delete(`/payment-agents/${code.id}`);
    expect((await beat(body.key)).status).toBe(401);
  });

  it('changes its key: the old one lives until the new one is used', async () => {
    const till = await CardTill.open(club);
    const beat = (key: string) =>
      app.current.client().post(
        '/agent/operations/claim',
        { wait_seconds: 0 },
        {
          headers: { authorization: `Bearer ${key}` },
        },
      );
    const { body } = await till.agent.post<{ key: string }>('/key/rotate');
    expect((await beat(till.agent.key)).status).toBe(200);
    expect((await beat(body.key)).status).toBe(200);
    expect((await beat(till.agent.key)).status).toBe(401);
  });

  it('neither sees nor touches what is another register’s', async () => {
    const [one, two] = [await CardTill.open(club), await CardTill.open(club)];
    await one.begin(one.cardSale());
    expect(await two.agent.claim()).toBeNull();
    const operation = await one.agent.claimed();
    expect((await two.agent.sent(operation)).status).toBe(404);
    expect((await two.agent.approve(operation)).status).toBe(404);
  });

  it('that waits is told of work at once', async () => {
    const till = await CardTill.open(club);
    const waiting = till.agent.claim(20);
    await till.begin(till.cardSale());
    expect(await waiting).toMatchObject({ kind: 'sale' });
  });

  it('that lost its claim may not send, and another claim gets the same operation', async () => {
    const till = await CardTill.open(club);
    const asked = till.cardSale();
    await till.begin(asked);
    const first = await till.agent.claimed();
    expect(await till.agent.claim()).toBeNull();
    await till.later(asked.intentId, '1 minute');
    const second = await till.agent.claimed();
    expect(second).toMatchObject({ id: first.id, recover: false });
    expect(await till.agent.sent(first)).toMatchObject({ status: 409, body: { code: 'operation.stale_fence' } });
    expect((await till.agent.sent(second)).status).toBe(204);
  });

  it('tells of charges that the books do not know, and they are listed', async () => {
    const till = await CardTill.open(club);
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    await admin.post(`/payment-agents/${till.agent.id}/operations`, { kind: 'details' });
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    const stranger = { ticket: 'X99', amount: 7_000, operation_number: 5 };
    await till.agent.report(operation, 'done', { response_code: 0, sale_details: [stranger] });
    const { body } = await admin.get<{ items: { kind: string; amount: number; id: string }[] }>('/payment-findings');
    expect(body.items).toMatchObject([{ kind: 'only_at_terminal', amount: 7_000 }]);
  });

  describe('that is told to close the day', () => {
    interface Found {
      readonly kind: string;
      readonly amount: number;
      readonly facts: Record<string, unknown>;
    }

    async function sold(till: CardTill) {
      const asked = till.cardSale();
      await till.begin(asked);
      const operation = await till.agent.claimed();
      await till.agent.sent(operation);
      await till.agent.approve(operation);
      await till.place(asked);
      return { ticket: operation.ticket_number, amount: operation.amount, operation_number: 31 };
    }

    /** Answers what the close asks for, in its order. @returns the kinds it was asked */
    async function closes(till: CardTill, list: readonly object[], totals: object): Promise<string[]> {
      const kinds: string[] = [];
      for (let operation = await till.agent.claim(); operation; operation = await till.agent.claim()) {
        await till.agent.sent(operation);
        kinds.push(operation.kind);
        const said = { details: { sale_details: list }, totals: { totals } }[operation.kind] ?? {};
        await till.agent.report(operation, 'done', { response_code: 0, ...said });
      }
      return kinds;
    }

    async function order(till: CardTill, list: readonly object[], totals: object, kind = 'close') {
      const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
      await admin.post(`/payment-agents/${till.agent.id}/operations`, { kind });
      const kinds = await closes(till, list, totals);
      const { body } = await admin.get<{ items: Found[] }>('/payment-findings');
      return { kinds, found: body.items };
    }

    const credit = (count: number, amount: number) => ({ count_credit_sales: count, total_credit_sales: amount });

    it('asks for list and totals first, and finds nothing when both are ours', async () => {
      const till = await CardTill.open(club);
      const list = [await sold(till), await sold(till)];
      const { kinds, found } = await order(till, list, credit(2, 10_000));
      expect(kinds).toEqual(['details', 'totals', 'close']);
      expect(found).toEqual([]);
    });

    it('lists totals that are not ours, once for each difference', async () => {
      const till = await CardTill.open(club);
      const list = [await sold(till)];
      await order(till, list, credit(2, 11_000), 'totals');
      const { found } = await order(till, list, credit(2, 11_000));
      const facts = { count: 2, amount: 11_000, booked_count: 1, booked_amount: 5_000 };
      expect(found).toMatchObject([{ kind: 'close_differs', amount: 6_000, facts }]);
    });

    it('counts anew after the close, and what was said before it belongs to before, however late it comes', async () => {
      const till = await CardTill.open(club);
      const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
      const list = [await sold(till)];
      await admin.post(`/payment-agents/${till.agent.id}/operations`, { kind: 'close' });
      const [details, totals, end] = [
        await till.agent.claimed(),
        await till.agent.claimed(),
        await till.agent.claimed(),
      ];
      for (const operation of [details, totals, end]) await till.agent.sent(operation);
      await till.agent.report(end, 'done', { response_code: 0 });
      await sold(till);
      await till.agent.report(totals, 'done', { response_code: 0, totals: credit(1, 5_000) });
      await till.agent.report(details, 'done', { response_code: 0, sale_details: list });
      const { found } = await order(till, [{ ...list[0], ticket: await lastTicket(till) }], credit(1, 5_000));
      expect(found).toEqual([]);
    });

    async function lastTicket(till: CardTill): Promise<string> {
      const rows = await club.make.run(
        'SELECT reference FROM payments.intents WHERE register_id = $1 ORDER BY created_at DESC LIMIT 1',
        [till.session.registerId],
      );
      return String((rows as { reference: string }[])[0]?.reference);
    }
  });
});
