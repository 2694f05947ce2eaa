import { newId } from '@libs/kernel';
import { useTestPlatform } from '@libs/platform/testing';
import { BrokenRow, findBroken, INVARIANTS } from './find-broken';
import { Books, plantBooks } from './testing/books';
import { ENTRY_FAULTS } from './testing/entry-faults';

/** What goes wrong in a book that was right, and the row that shows it. */
interface Fault {
  readonly invariant: string;
  readonly plant: string;
  /** Which of the planted ids; the others are computed by the statement itself. */
  readonly at: keyof Books;
}

const RULE = `INSERT INTO wallet.point_rules (id, venue_id, pesos_per_point, created_at)
  VALUES (:rule, :venue, 100, '2026-01-01Z')`;
const TRANSFER = `INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
  VALUES (:transfer, :venue, 'points_earned', 'sale', :guestSale, now())`;

/** Half of a redemption: what each fault misses is the rest of it. */
const REDEMPTION = `INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
    VALUES (:transfer, :venue, 'points_spent', 'redemption', :redemption, now());
  INSERT INTO rewards.rewards (id, venue_id, name, cost, location_id, taken, created_at)
    VALUES (:reward, :venue, 'Piscola', 100, :location, 1, now());
  INSERT INTO rewards.redemptions (id, venue_id, night_id, reward_id, customer_id, reward_name, points, transfer_id,
    redeemed_at) VALUES (:redemption, :venue, :night, :reward, :guest, 'Piscola', 100, :transfer, now());`;
const UNDONE = `UPDATE rewards.redemptions SET undone_at = now(), undone_by = :cashier, undo_reason = 'x'`;

const FAULTS: readonly Fault[] = [
  ...ENTRY_FAULTS,
  { invariant: 'payments-sum-to-total', at: 'sale', plant: `DELETE FROM sales.sale_payments WHERE sale_id = :sale` },
  {
    invariant: 'lines-sum-to-total',
    at: 'sale',
    plant: `UPDATE sales.sale_lines SET qty = 3, total_amount = 3 * unit_price`,
  },
  { invariant: 'tax-inside-total', at: 'sale', plant: `UPDATE sales.sales SET iva_amount = 0 WHERE id = :sale` },
  {
    invariant: 'cash-handed-over-is-amount-rounding-and-change',
    at: 'payment',
    plant: `UPDATE sales.sale_payments SET change_amount = change_amount + 10 WHERE id = :payment`,
  },
  {
    invariant: 'cash-is-rounded-to-tens',
    at: 'sale',
    plant: `UPDATE sales.sales SET cash_rounding = 2 WHERE id = :sale`,
  },
  {
    invariant: 'sale-within-its-session',
    at: 'sale',
    plant: `UPDATE sales.sales SET placed_at = placed_at - interval '1 day' WHERE id = :sale`,
  },
  {
    invariant: 'sale-of-its-sessions-night',
    at: 'sale',
    plant: `UPDATE sales.sales SET night_id = :otherNight WHERE id = :sale`,
  },
  {
    invariant: 'close-is-float-cash-and-movements',
    at: 'session',
    plant: `UPDATE sales.cash_movements SET amount = amount + 10 WHERE kind = 'drop'`,
  },
  {
    invariant: 'close-difference-is-counted-less-expected',
    at: 'session',
    plant: `UPDATE sales.register_sessions SET cash_difference = 0 WHERE id = :session`,
  },
  {
    invariant: 'one-open-session-a-register',
    at: 'register',
    plant: `UPDATE sales.register_sessions SET status = 'OPEN', closed_at = NULL`,
  },
  { invariant: 'one-open-night-a-venue', at: 'venue', plant: `UPDATE nights.nights SET status = 'OPEN'` },
  {
    invariant: 'closed-night-has-no-open-session',
    at: 'session',
    plant: `UPDATE sales.register_sessions SET status = 'PENDING_CLOSE', closed_at = NULL WHERE id = :session;
      UPDATE nights.nights SET status = 'CLOSED' WHERE id = :night`,
  },
  { invariant: 'delivered-at-most-sold', at: 'item', plant: `UPDATE tickets.ticket_items SET delivered_qty = qty + 1` },
  {
    invariant: 'delivered-is-the-sum-of-deliveries',
    at: 'item',
    plant: `UPDATE tickets.deliveries SET undone_at = now() WHERE id = :delivery`,
  },
  {
    invariant: 'void-ticket-delivers-nothing',
    at: 'delivery',
    plant: `UPDATE tickets.tickets SET voided_at = created_at WHERE sale_id = :sale`,
  },
  {
    invariant: 'stock-is-the-sum-of-its-movements',
    at: 'ingredient',
    plant: `UPDATE inventory.stock_levels SET on_hand = on_hand - 1`,
  },
  {
    invariant: 'sale-moves-stock-once',
    at: 'sale',
    plant: `INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind, sale_id)
      SELECT venue_id, location_id, ingredient_id, quantity, kind, sale_id FROM inventory.movements
      WHERE sale_id = :sale AND kind = 'sale'`,
  },
  {
    invariant: 'only-sales-that-move-stock-moved-it',
    at: 'taken',
    plant: `UPDATE sales.sales SET inventory_applied = false WHERE id = :sale`,
  },
  {
    invariant: 'cancelled-sale-gave-back-what-it-took',
    at: 'cancelledSale',
    plant: `UPDATE inventory.movements SET quantity = quantity - 1 WHERE kind = 'sale_cancelled'`,
  },
  {
    invariant: 'standing-sale-gave-nothing-back',
    at: 'cancelledSale',
    plant: `UPDATE sales.sales SET is_cancelled = false, cancelled_at = NULL`,
  },
  {
    invariant: 'one-answer-a-key',
    at: 'cashier',
    plant: `INSERT INTO platform.idempotency_keys (caller_id, key, fingerprint, answer)
      VALUES (:cashier, 'k', 'f', ''), (:cashier, 'k', 'f', '')`,
  },
  {
    invariant: 'one-delivery-a-press-and-item',
    at: 'item',
    plant: `INSERT INTO tickets.deliveries (id, ticket_id, item_id, press_id, qty, bar_id, employee_id, delivered_at)
      SELECT uuidv7(), ticket_id, item_id, press_id, qty, bar_id, employee_id, delivered_at FROM tickets.deliveries`,
  },
  {
    invariant: 'ticket-is-worth-no-more-than-was-sold',
    at: 'ticket',
    plant: `UPDATE tickets.ticket_items SET qty = qty + 1 WHERE ticket_id = :ticket`,
  },
  {
    invariant: 'ticket-is-void-when-its-sale-is-cancelled',
    at: 'ticket',
    plant: `UPDATE sales.sales SET is_cancelled = true, cancelled_at = placed_at WHERE id = :sale`,
  },
  {
    invariant: 'approved-payment-is-a-sale-an-order-or-flagged',
    at: 'intent',
    plant: `UPDATE payments.intents SET taken_at = NULL WHERE id = :intent`,
  },
  {
    invariant: 'taken-payment-stands-in-its-sale',
    at: 'intent',
    plant: `UPDATE sales.sale_payments SET payment_intent_id = NULL WHERE id = :cardPayment`,
  },
  {
    invariant: 'taken-payment-stands-in-its-top-up',
    at: 'intent',
    plant: `UPDATE payments.intents SET sale_id = NULL, sale_draft = NULL, cart_hash = NULL, order_kind = 'top_up',
      order_id = :topUp, customer_id = :guest WHERE id = :intent`,
  },
  {
    invariant: 'paid-top-up-has-its-money',
    at: 'topUp',
    plant: `WITH moved AS (
        INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
        VALUES (gen_random_uuid(), :venue, 'top_up', 'top_up', :topUp, now()) RETURNING id
      )
      UPDATE wallet.top_ups SET status = 'PAID', transfer_id = (SELECT id FROM moved), ended_at = now() WHERE id = :topUp`,
  },
  {
    invariant: 'card-payment-of-a-sale-was-approved',
    at: 'cardPayment',
    plant: `UPDATE payments.intents SET status = 'DECLINED', taken_at = NULL WHERE id = :intent`,
  },
  {
    invariant: 'wallet-payment-of-a-sale-left-the-wallet',
    at: 'cardSale',
    plant: `UPDATE sales.sale_payments SET method = 'wallet' WHERE id = :cardPayment`,
  },
  {
    invariant: 'cancelled-sale-is-back-in-the-wallet',
    at: 'cancelledSale',
    plant: `INSERT INTO wallet.accounts (id, venue_id, asset, customer_id, created_at)
        VALUES (:register, :venue, 'CLP', :guest, now());
      INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
        VALUES (:refund, :venue, 'payment', 'sale', :cancelledSale, now());
      INSERT INTO wallet.entries (transfer_id, account_id, asset, amount, sequence, balance, previous_hash, hash)
        VALUES (:refund, :register, 'CLP', -1990, 1, 0, '\\x00', '\\x00')`,
  },
  {
    invariant: 'refunds-never-exceed-the-payment',
    at: 'intent',
    plant: `UPDATE payments.refunds SET amount = 1000 WHERE id = :refund`,
  },
  {
    invariant: 'payment-history-ends-in-its-state',
    at: 'intent',
    plant: `DELETE FROM payments.intent_log WHERE intent_id = :intent`,
  },
  {
    invariant: 'points-equal-the-rule-over-the-sale',
    at: 'guestSale',
    plant: RULE,
  },
  {
    invariant: 'points-are-of-the-whole-sale',
    at: 'guestSale',
    plant: `UPDATE wallet.sale_points SET lines = jsonb_set(lines, '{0,paid_amount}', '990')`,
  },
  {
    invariant: 'points-of-a-sale-are-its-transfers',
    at: 'guestSale',
    plant: `${TRANSFER}; UPDATE wallet.sale_points SET points = 5, transfer_id = :transfer`,
  },
  {
    invariant: 'points-are-multiplied-by-the-tier',
    at: 'transfer',
    plant: `${TRANSFER}; ${RULE};
      INSERT INTO wallet.tiers (id, venue_id, name, min_points, within_days, multiplier_percent, created_at)
      VALUES (:tier, :venue, 'Oro', 0, 90, 150, now());
      INSERT INTO wallet.earnings (transfer_id, rule_id, paid_amount, pesos_per_point, multiplier_percent, tier_id,
        tier_percent, points) VALUES (:transfer, :rule, 1990, 100, 100, :tier, 200, 39)`,
  },
  { invariant: 'paid-sale-of-a-guest-earned', at: 'guestSale', plant: `DELETE FROM wallet.sale_points` },
  {
    invariant: 'points-are-taken-back-with-the-sale',
    at: 'guestSale',
    plant: `UPDATE wallet.sale_points SET cancelled_at = now(), returned_points = 0`,
  },
  { invariant: 'redemption-took-its-points', at: 'redemption', plant: REDEMPTION },
  { invariant: 'undone-redemption-gave-its-points-back', at: 'redemption', plant: `${REDEMPTION} ${UNDONE}` },
  { invariant: 'redemption-has-its-ticket', at: 'redemption', plant: REDEMPTION },
  {
    invariant: 'undone-redemption-delivered-nothing',
    at: 'redemption',
    plant: `${REDEMPTION} ${UNDONE};
      UPDATE tickets.tickets SET sale_id = NULL, redemption_id = :redemption WHERE id = :ticket`,
  },
  { invariant: 'reward-is-never-oversold', at: 'reward', plant: `${REDEMPTION} UPDATE rewards.rewards SET taken = 2` },
  {
    invariant: 'redemption-moves-stock-once',
    at: 'redemption',
    plant: `${REDEMPTION}
      INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind, redemption_id)
      VALUES (:venue, :location, :ingredient, 70, 'redemption', :redemption)`,
  },
];

/** What the schema itself refuses, so that the checks behind it can be tried. */
const UNBOLT = `
  ALTER TABLE sales.sale_payments DROP CONSTRAINT sale_payments_check;
  ALTER TABLE payments.intents DROP CONSTRAINT intents_check;
  ALTER TABLE sales.register_sessions DROP CONSTRAINT register_sessions_check1;
  ALTER TABLE tickets.ticket_items DROP CONSTRAINT ticket_items_check;
  ALTER TABLE platform.idempotency_keys DROP CONSTRAINT idempotency_keys_pkey;
  ALTER TABLE tickets.deliveries DROP CONSTRAINT deliveries_press_id_item_id_key;
  DROP INDEX sales.register_sessions_one_open;
  DROP INDEX nights.nights_one_open;
  DROP INDEX inventory.movements_once_per_sale;`;

describe('the books of a live database', () => {
  const platform = useTestPlatform();
  let books: Books;

  beforeAll(async () => {
    await platform.owner.query(UNBOLT);
    books = await plantBooks(platform.owner);
  });

  const broken = async (): Promise<BrokenRow[]> => {
    const found: BrokenRow[] = [];
    for await (const row of findBroken(platform.database)) found.push(row);
    return found;
  };

  /** Plants what is wrong, looks, and takes it back. */
  const brokenBy = async ({ plant }: Fault): Promise<BrokenRow[]> => {
    const client = await platform.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query(plant.replace(/:(\w+)/g, (_, name: keyof Books) => `'${books[name]}'`));
      const reads = {
        rows: async <T>({ text }: { text: string }, values: readonly unknown[] = []) =>
          (await client.query(text, [...values])).rows as T[],
      };
      const found: BrokenRow[] = [];
      for await (const row of findBroken(reads)) found.push(row);
      return found;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };

  it('hold when everything was done by the rules', async () => {
    expect(await broken()).toEqual([]);
  });

  it.each(FAULTS)('show a row against $invariant', async (fault) => {
    const found = await brokenBy(fault);
    expect(found.filter((row) => row.invariant === fault.invariant)).toContainEqual({
      invariant: fault.invariant,
      id: books[fault.at],
      problem: expect.stringMatching(/\w/) as string,
    });
  });

  it('have a fault tried against every invariant', () => {
    expect(FAULTS.map((fault) => fault.invariant).sort()).toEqual(INVARIANTS.map(({ name }) => name).sort());
  });

  it('show an audit trail that somebody tampered with', async () => {
    await platform.owner.query(
      `INSERT INTO audit.entries (event_id, chain, position, venue_id, type, subject_id, actor, data, occurred_at,
         previous_hash, hash)
       VALUES ($1, 'venue:' || $2::text, 1, $2::uuid, 'nights.night_opened', $1, '{}', '{}', now(), '\\x00', '\\x00')`,
      [newId(), books.venue],
    );
    expect(await broken()).toContainEqual({
      invariant: 'audit-chain-verifies',
      id: `venue:${books.venue}`,
      problem: 'changed at 1',
    });
  });
});
