import { EMPTY_CART } from './cart';
import { afterReload, openCharge, refused, send } from './sale-journal';

function ids(): () => string {
  let count = 0;
  return () => `id-${++count}`;
}

const open = () => openCharge<{ cash: number }>('session', EMPTY_CART, ids());

describe('the journal of a sale', () => {
  it('gives the sale its id and its key when the charge opens', () => {
    expect(open()).toMatchObject({ saleId: 'id-1', key: 'id-2', sent: null });
  });

  it('repeats word for word what was sent first', () => {
    const sent = send(open(), { cash: 5_000 });
    expect(send(sent, { cash: 9_000 })).toBe(sent);
    expect(sent.sent).toEqual({ cash: 5_000 });
  });

  it('keeps the id and changes the key once the server refused', () => {
    const again = refused(send(open(), { cash: 5_000 }), () => 'fresh');
    expect(again).toMatchObject({ saleId: 'id-1', key: 'fresh', sent: null });
  });

  it('asks an unanswered sale again before anything else', () => {
    expect(afterReload(send(open(), { cash: 5_000 }))).toBe('ask');
  });

  it('opens the charge again when guests have paid shares', () => {
    const paid = { id: 'a', amount: 100, paid: { method: 'cash', tendered: 100, reference: null } } as const;
    expect(afterReload({ ...open(), parts: [paid] })).toBe('charge');
  });

  it('has nothing to do when nothing was sent or nothing is pending', () => {
    expect(afterReload(open())).toBe('nothing');
    expect(afterReload(null)).toBe('nothing');
  });
});
