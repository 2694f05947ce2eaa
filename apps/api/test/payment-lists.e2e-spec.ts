import { CardTill } from './support/card-till';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

interface Listed {
  readonly items: readonly { readonly id: string }[];
  readonly next_cursor: string | null;
}

describe('payments, listed', () => {
  const app = useTestApp();
  let club: Club;

  beforeEach(async () => {
    club = await Club.open(app.current);
  });

  // Naive code (page first, then leave out what is somebody else's) answers half a page, or an empty one.
  it('are whole pages of the own ones for a cashier, and of everybody’s for who may see payments', async () => {
    const mine = await CardTill.open(club);
    const me = club.cashier;
    club.cashier = await club.make.loggedIn(club.venue, ['cashier'], 'register');
    const other = club.cashier;
    const theirs = await CardTill.open(club);
    const begun: { id: string; isMine: boolean }[] = [];
    for (const till of [mine, mine, mine, theirs, theirs, theirs]) {
      club.cashier = till === mine ? me : other;
      const asked = till.cardSale();
      await till.begin(asked);
      begun.unshift({ id: asked.intentId, isMine: till === mine });
    }
    const own = begun.filter(({ isMine }) => isMine).map(({ id }) => id);
    const first = (await me.get<Listed>('/payment-intents?limit=2')).body;
    expect(first.items.map(({ id }) => id)).toEqual(own.slice(0, 2));
    const cursor = first.next_cursor ?? '';
    const rest = (await me.get<Listed>(`/payment-intents?limit=2&cursor=${cursor}`)).body;
    expect(rest).toMatchObject({ items: [{ id: own[2] }], next_cursor: null });
    const supervisor = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const all = (await supervisor.get<Listed>('/payment-intents')).body;
    expect(all.items.map(({ id }) => id)).toEqual(begun.map(({ id }) => id));
  });

  it('tell who said yes besides, by name', async () => {
    const till = await CardTill.open(club);
    const asked = till.cardSale();
    await till.begin(asked);
    await till.agent.sent(await till.agent.claimed());
    await till.later(asked.intentId, '3 minutes');
    const said = { outcome: 'not_charged', reason: 'la máquina no lo tiene' };
    const step_up_token = await club.stepUp('payment.resolve');
    await club.post(`/payment-intents/${asked.intentId}/resolve`, { ...said, step_up_token });
    const { history } = await till.intent(asked.intentId);
    expect(history.map((step) => step.authorized_by)).toEqual([null, null, null, null, club.supervisor.name]);
  });

  it('have findings that wait for a person, and apart from them those that were resolved and by whom', async () => {
    const till = await CardTill.open(club, { primary: 'manual' });
    const [first, second] = [till.cardSale(), till.cardSale()];
    for (const asked of [first, second]) {
      await till.begin(asked, { voucher: '998877' });
      await till.place(asked);
      const step_up_token = await club.stepUp('payment.refund');
      await club.post(`/payment-intents/${asked.intentId}/refund`, { reason: 'se arrepintió', step_up_token });
    }
    const supervisor = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const findings = async (query: string) =>
      (await supervisor.get<{ items: { id: string; intent_id: string }[] }>(`/payment-findings${query}`)).body.items;
    const [newest] = await findings('');
    const step_up_token = await club.stepUp('payment.resolve', supervisor);
    const said = { resolution: 'refunded_by_hand', reason: 'en efectivo', step_up_token };
    await club.post(`/payment-findings/${newest?.id ?? ''}/resolve`, said, supervisor);
    expect(await findings('?state=open')).toMatchObject([{ intent_id: first.intentId }]);
    expect(await findings('?state=resolved&limit=1')).toMatchObject([
      {
        intent_id: second.intentId,
        resolved_by: supervisor.person.name,
        authorized_by: club.supervisor.name,
      },
    ]);
    expect((await supervisor.get<object>('/payment-findings?state=lost')).status).toBe(400);
  });
});
