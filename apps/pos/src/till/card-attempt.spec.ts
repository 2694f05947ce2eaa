import { beginCard, cardAgain, cardBegun, cardOver, completesSale, PRIMARY, sharePaid } from './card-attempt';
import { EMPTY_CART } from './cart';
import { afterReload, openCharge, refused, send } from './sale-journal';
import type { Part } from './split';

interface Body {
  readonly payments: readonly { readonly amount: number; readonly payment_intent_id?: string }[];
}

const part = (id: string, amount: number): Part => ({ id, amount, paid: null });
const cash = { method: 'cash', tendered: 4_000, reference: null } as const;
const open = () => openCharge<Body>('session', EMPTY_CART, () => 'born');
const whole: Body = { payments: [{ amount: 10_000, payment_intent_id: 'i1' }] };
const asked = { ...PRIMARY, amount: 10_000, partId: null, sale: whole };
const begun = () => beginCard(open(), 'i1', 'k1', asked);

describe('a card on the till', () => {
  it('is written down before it is asked for, and found again after a reload', () => {
    expect(begun().card).toMatchObject({ intentId: 'i1', key: 'k1', amount: 10_000, begun: false });
    expect(afterReload(begun())).toBe('charge');
  });

  it('is not asked for while another one is not settled', () => {
    expect(beginCard(begun(), 'i2', 'k2', asked).card?.intentId).toBe('i1');
  });

  it('is followed, and not asked for again, once the server has it', () => {
    expect(cardBegun(begun(), 'i1', 250).card).toMatchObject({ begun: true, skewMs: 250 });
    expect(cardBegun(begun(), 'older', 250).card?.begun).toBe(false);
  });

  it('is tried again under a new name, in the sale too', () => {
    const again = cardAgain(cardBegun(begun(), 'i1', 0), 'i2', 'k2', { useBackup: true, voucher: '0417' });
    expect(again.card).toMatchObject({ intentId: 'i2', key: 'k2', useBackup: true, voucher: '0417', begun: false });
    expect(again.card?.sale.payments).toEqual([{ amount: 10_000, payment_intent_id: 'i2' }]);
  });

  it('leaves the sale to another way of payment once it is over', () => {
    expect(cardOver(begun(), 'i1').card).toBeNull();
    expect(cardOver(begun(), 'older').card?.intentId).toBe('i1');
  });

  it('stays when the sale is refused after the approval: its money has to go somewhere', () => {
    expect(refused(send(begun(), whole), () => 'k9').card?.intentId).toBe('i1');
  });

  it('that pays all completes the sale', () => {
    expect(completesSale(begun())).toBe(true);
  });

  it('that pays the last share completes it, and an earlier one does not', () => {
    const sale = { payments: [{ amount: 4_000 }, { amount: 6_000, payment_intent_id: 'i1' }] };
    const card = (parts: Part[]) =>
      beginCard({ ...open(), parts }, 'i1', 'k1', { ...PRIMARY, amount: 6_000, partId: 'b', sale });
    expect(completesSale(card([{ ...part('a', 4_000), paid: cash }, part('b', 6_000)]))).toBe(true);
    const first = card([part('a', 4_000), part('b', 6_000)]);
    expect(completesSale(first)).toBe(false);
    expect(sharePaid(first)).toMatchObject({ card: null, parts: [{ paid: null }, { paid: { intentId: 'i1' } }] });
  });
});
