import { Money, Rut } from '@libs/kernel';
import { type GenuineNotice, type OnlineCharge, ProviderRefused, ProviderUnreachable } from '../domain';
import { NoticeInbox, type ProviderWorld } from './provider-world.contract';

/** What every adapter has to pass against its service. `open` is told the shop's address. */
export function onlineProviderContract(name: string, open: (shopUrl: string) => Promise<ProviderWorld>): void {
  describe(`${name} as an online provider`, () => {
    let world: ProviderWorld;
    let inbox: NoticeInbox;
    let shopUrl: string;
    let attempt = 0;

    beforeEach(async () => {
      inbox = new NoticeInbox();
      shopUrl = await inbox.open();
      world = await open(shopUrl);
    });

    afterEach(async () => {
      await world.close();
      await inbox.close();
    });

    function charge(changes: Partial<OnlineCharge> = {}): OnlineCharge {
      attempt += 1;
      return {
        reference: `PREVENTA-${String(attempt).padStart(6, '0')}-1`,
        amount: Money.of(12_000),
        tax: Money.of(12_000).ivaInside(),
        description: 'Preventa general x2',
        buyer: { email: 'ana@example.cl', firstName: 'Ana', lastName: 'Soto', rut: Rut.parse('12345678-5') },
        returnUrl: `${shopUrl}/volver`,
        cancelUrl: `${shopUrl}/cancelado`,
        notifyUrls: { confirm: `${shopUrl}/confirm`, reject: `${shopUrl}/reject` },
        expiresAt: new Date(Date.now() + 15 * 60_000),
        ip: '203.0.113.9',
        userAgent: 'Mozilla/5.0',
        ...changes,
      };
    }

    async function begun(): Promise<{ externalId: string; reference: string }> {
      const asked = charge();
      const { externalId } = await world.provider.begin(asked);
      return { externalId, reference: asked.reference };
    }

    async function paid(): Promise<{ externalId: string; reference: string }> {
      const one = await begun();
      await world.press(one.externalId, 'approve');
      return one;
    }

    async function refund(externalId: string, pesos: number, provider = world.provider) {
      const { internalReference } = await world.provider.statusOf(externalId);
      const amounts = { amount: Money.of(pesos), total: Money.of(12_000) };
      return provider.refund({ externalId, internalReference, ...amounts });
    }

    function read(index: number): GenuineNotice {
      const notice = world.provider.readNotice(inbox.notices[index]!);
      if (notice.kind === 'forged') throw new Error(`Notice ${index} was taken for forged: ${notice.why}`);
      return notice;
    }

    describe('a charge', () => {
      it('begins with a page that tells the guest what is to be paid', async () => {
        const { payUrl } = await world.provider.begin(charge());
        const page = await (await fetch(payUrl)).text();
        expect(page).toContain('$12.000');
        expect(page).toContain('Preventa general x2');
      });

      it('is pending until the guest has done something', async () => {
        const { externalId, reference } = await begun();
        expect(await world.provider.statusOf(externalId)).toMatchObject({
          state: 'pending',
          amount: Money.of(12_000),
          currency: 'CLP',
          reference,
        });
      });

      it('that is paid tells amount, reference and what may be kept of the card', async () => {
        const { externalId, reference } = await paid();
        const status = await world.provider.statusOf(externalId);
        expect(status).toMatchObject({
          state: 'approved',
          amount: Money.of(12_000),
          currency: 'CLP',
          reference,
          refundedAmount: Money.zero,
          reversedByProvider: false,
          authorizationCode: '012345',
          cardType: 'credit',
        });
        expect(status.last4).toMatch(/^\d{4}$/);
        expect(status.cardBrand).toMatch(/visa/i);
        expect(status.internalReference).toEqual(expect.any(String));
      });

      it.each([
        ['decline', 'declined'],
        ['cancel', 'cancelled'],
      ] as const)('that ends with %s is %s', async (press, state) => {
        const { externalId } = await begun();
        await world.press(externalId, press);
        expect((await world.provider.statusOf(externalId)).state).toBe(state);
        expect(read(0)).toMatchObject({ externalId, claims: 'not_paid' });
      });

      it('that nobody paid in time has expired', async () => {
        const { externalId } = await begun();
        await world.expire(externalId);
        expect((await world.provider.statusOf(externalId)).state).toBe('expired');
      });

      it('needs a reference of its own', async () => {
        const once = charge();
        await world.provider.begin(once);
        await expect(world.provider.begin(once)).rejects.toBeInstanceOf(ProviderRefused);
      });

      it('that the service does not know is a certain no', async () => {
        await expect(world.provider.statusOf('404404')).rejects.toBeInstanceOf(ProviderRefused);
      });

      it('tells when amount and reference are not those that were asked for', async () => {
        const { externalId } = await paid();
        world.misreport({ amount: 1_200, reference: 'ANOTHER-1' });
        expect(await world.provider.statusOf(externalId)).toMatchObject({
          amount: Money.of(1_200),
          reference: 'ANOTHER-1',
        });
      });

      it('is not known by an answer about another one', async () => {
        const { externalId } = await paid();
        world.misreport({ externalId: '404404' });
        await expect(world.provider.statusOf(externalId)).rejects.toMatchObject({ why: 'unreadable' });
      });

      it('keeps nothing of the card’s number', async () => {
        const { externalId } = await paid();
        const kept = JSON.stringify([await world.provider.statusOf(externalId), read(0)]);
        expect(kept).not.toContain('"411111"');
        expect(kept).not.toMatch(/"bin"/);
      });
    });

    describe('a cancellation', () => {
      it('leaves nobody able to pay, or says that the service has no such act', async () => {
        const { externalId } = await begun();
        const outcome = await world.provider.cancel(externalId);
        const { state } = await world.provider.statusOf(externalId);
        expect([outcome, state]).toEqual(
          outcome === 'not_offered' ? ['not_offered', 'pending'] : ['cancelled', 'cancelled'],
        );
        expect(await world.provider.cancel(externalId)).toBe(outcome);
      });

      it('comes too late for a charge that is paid', async () => {
        const { externalId } = await paid();
        expect(await world.provider.cancel(externalId)).toBe('too_late');
        expect((await world.provider.statusOf(externalId)).state).toBe('approved');
      });

      it('of a charge that ended unpaid has nothing left to do', async () => {
        const { externalId } = await begun();
        await world.press(externalId, 'decline');
        expect(await world.provider.cancel(externalId)).toBe('cancelled');
      });
    });

    describe('a notice', () => {
      it('of a payment names the charge', async () => {
        const { externalId, reference } = await paid();
        expect(inbox.notices).toHaveLength(1);
        expect(read(0)).toMatchObject({ externalId, reference, claims: 'paid' });
      });

      it('that is lost leaves the query to tell what became of the payment', async () => {
        world.failNextNotices('lose');
        const { externalId } = await paid();
        expect(inbox.notices).toHaveLength(0);
        const { state, reversedByProvider } = await world.provider.statusOf(externalId);
        // Who commits by notice takes back what was not confirmed.
        expect({ state, reversedByProvider }).toEqual(
          world.provider.commits === 'by_query'
            ? { state: 'approved', reversedByProvider: false }
            : { state: 'reversed', reversedByProvider: true },
        );
      });

      it('whose answer is lost shows in the query as well', async () => {
        world.failNextNotices('answer_lost');
        const { externalId } = await paid();
        expect(read(0).claims).toBe('paid');
        const { state } = await world.provider.statusOf(externalId);
        expect(state).toBe(world.provider.commits === 'by_query' ? 'approved' : 'reversed');
      });

      it('that comes twice is known as the same one', async () => {
        world.failNextNotices('double');
        await paid();
        expect(inbox.notices).toHaveLength(2);
        expect(read(1)).toEqual(read(0));
      });

      it('of another charge is another one', async () => {
        await paid();
        await paid();
        expect(read(1).noticeId).not.toBe(read(0).noticeId);
      });

      it('that comes late is still read', async () => {
        world.failNextNotices('late');
        const { externalId } = await paid();
        expect(inbox.notices).toHaveLength(0);
        await world.releaseLateNotices();
        expect(read(0)).toMatchObject({ externalId, claims: 'paid' });
      });

      it('that is overtaken by the next one still names its own charge', async () => {
        world.failNextNotices('reorder', 'none');
        const first = await paid();
        const second = await paid();
        expect([read(0).externalId, read(1).externalId]).toEqual([second.externalId, first.externalId]);
      });

      it('of a stranger is forged, and the true one after it counts', async () => {
        world.failNextNotices('forge');
        const { externalId } = await paid();
        expect(world.provider.readNotice(inbox.notices[0]!)).toEqual({ kind: 'forged', why: 'bad_signature' });
        expect(read(1)).toMatchObject({ externalId, claims: 'paid' });
      });

      it('with the right signature of another charge is forged', async () => {
        const one = await paid();
        const other = await begun();
        const [genuine] = inbox.notices;
        const body = Buffer.from(genuine!.rawBody).toString('utf8').replace(one.externalId, other.externalId);
        expect(world.provider.readNotice({ ...genuine!, rawBody: Buffer.from(body) })).toEqual({
          kind: 'forged',
          why: 'bad_signature',
        });
      });

      it('without a signature is forged', async () => {
        await paid();
        const [genuine] = inbox.notices;
        const { signature: _, ...unsigned } = JSON.parse(Buffer.from(genuine!.rawBody).toString('utf8'));
        const bare = { ...genuine!, headers: {}, rawBody: Buffer.from(JSON.stringify(unsigned)) };
        expect(world.provider.readNotice(bare)).toEqual({ kind: 'forged', why: 'unsigned' });
      });

      it.each(['', 'null', '[]', '{', '<html></html>', '{"requestId":1e400}', '{"order_id":{}}', '\u0000'])(
        'that reads %j is forged',
        (body) => {
          for (const channel of ['notification', 'confirm', 'reject'] as const) {
            const notice = world.provider.readNotice({ channel, headers: {}, rawBody: Buffer.from(body) });
            expect(notice).toEqual({ kind: 'forged', why: 'unreadable' });
          }
        },
      );
    });

    describe('a refund', () => {
      it('gives everything back, once', async () => {
        const { externalId } = await paid();
        expect(await refund(externalId, 12_000)).toMatchObject({ outcome: 'done' });
        expect(await world.provider.statusOf(externalId)).toMatchObject({
          state: 'reversed',
          reversedByProvider: false,
        });
        expect(await refund(externalId, 12_000)).toMatchObject({ outcome: 'refused' });
      });

      it('gives a part back, and then no more than the rest', async () => {
        const { externalId } = await paid();
        world.settle();
        expect(await refund(externalId, 5_000)).toMatchObject({ outcome: 'done' });
        expect((await world.provider.statusOf(externalId)).state).toBe('reversed');
        expect(await refund(externalId, 8_000)).toMatchObject({ outcome: 'refused' });
        expect(await refund(externalId, 7_000)).toMatchObject({ outcome: 'done' });
        expect(await refund(externalId, 1)).toMatchObject({ outcome: 'refused' });
      });

      it('of a charge that nobody paid is refused', async () => {
        const { externalId } = await begun();
        expect(await refund(externalId, 12_000)).toMatchObject({ outcome: 'refused' });
      });

      it.each(['slow', 'hang_up'] as const)('whose answer is %s is unknown, and was done', async (fault) => {
        const { externalId } = await paid();
        const { internalReference } = await world.provider.statusOf(externalId);
        world.failNextAnswer(fault);
        const amounts = { amount: Money.of(12_000), total: Money.of(12_000) };
        const asked = world.impatient.refund({ externalId, internalReference, ...amounts });
        expect(await asked).toMatchObject({ outcome: 'unknown' });
        expect((await world.provider.statusOf(externalId)).state).toBe('reversed');
      });

      it.each(['error_500', 'html', 'redirect'] as const)('answered with %s is unknown, too', async (fault) => {
        const { externalId } = await paid();
        const { internalReference } = await world.provider.statusOf(externalId);
        world.failNextAnswer(fault);
        const amounts = { amount: Money.of(12_000), total: Money.of(12_000) };
        const asked = world.provider.refund({ externalId, internalReference, ...amounts });
        expect(await asked).toMatchObject({ outcome: 'unknown' });
        expect((await world.provider.statusOf(externalId)).state).toBe('approved');
      });
    });

    describe('a service in trouble', () => {
      it.each([
        ['slow', 'timeout'],
        ['hang_up', 'network'],
        ['error_500', 'server_error'],
        ['html', 'not_json'],
        ['redirect', 'redirected'],
      ] as const)('with %s leaves nothing known: %s', async (fault, why) => {
        const { externalId } = await begun();
        world.failNextAnswer(fault);
        await expect(world.impatient.statusOf(externalId)).rejects.toMatchObject({ why });
        world.failNextAnswer(fault);
        await expect(world.impatient.begin(charge())).rejects.toBeInstanceOf(ProviderUnreachable);
      });

      it('that is down leaves nothing known', async () => {
        const { externalId } = await begun();
        await world.close();
        await expect(world.provider.statusOf(externalId)).rejects.toMatchObject({ why: 'network' });
      });

      it('that does not know who asks is a certain no, and the secret stays out of the error', async () => {
        const no = await world.stranger.begin(charge()).catch((error: unknown) => error);
        expect(no).toBeInstanceOf(ProviderRefused);
        expect(no).toMatchObject({ providerCode: 'credentials' });
        const told = JSON.stringify([no, (no as Error).message, (no as Error).stack]);
        expect(told).not.toContain(world.secret);
      });
    });
  });
}
