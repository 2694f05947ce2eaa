import type { Books } from './books';

/** What goes wrong with entries; where a row has to be there first, it bears the id of another one of the books. */
export const ENTRY_FAULTS: readonly { readonly invariant: string; readonly plant: string; readonly at: keyof Books }[] =
  faults();

function faults() {
  const customer = `INSERT INTO customers.customers (uuid, venue_id, name, email, password_hash, terms_accepted_at,
    created_at, updated_at) VALUES (:cashier, :venue, 'Ana', 'ana@example.com', '', now(), now(), now());`;
  const type = `INSERT INTO entries.entry_types (id, venue_id, night_id, name, price, capacity, per_person)
    VALUES (:product, :venue, :night, 'General', 100, 5, 5);`;
  const order = (pay: string): string => `${customer}
    INSERT INTO entries.orders (id, venue_id, night_id, customer_id, pay, total_amount, status, created_at, expires_at,
      payment_id, paid_at)
    VALUES (:item, :venue, :night, :cashier, '${pay}', 100, 'PAID', now(), now(), :category, now());`;
  const entry = `${type} INSERT INTO entries.entries (id, venue_id, night_id, entry_type_id, sale_id, paid_amount, created_at)
    VALUES (:item, :venue, :night, :product, :sale, 100, now());`;
  const list = `INSERT INTO entries.guest_lists (id, venue_id, night_id, name, owner_name, created_at)
    VALUES (:bar, :venue, :night, 'Lista', 'DJ', now());`;
  const refund = (to: string): string => `INSERT INTO entries.refunds (id, venue_id, order_id, amount, fee, goes_to,
    reason, created_at) VALUES (:bar, :venue, :item, 101, 0, '${to}', 'x', now());`;
  const page = `${customer} UPDATE payments.intents SET sale_id = NULL, sale_draft = NULL, cart_hash = NULL,
    order_kind = 'entry_order', order_id = :item, customer_id = :cashier, provider = 'klap' WHERE id = :intent`;
  return [
    {
      invariant: 'entries-taken-are-those-sold-and-held',
      at: 'product',
      plant: `${type} UPDATE entries.entry_types SET taken = 1`,
    },
    { invariant: 'entry-has-one-ticket', at: 'item', plant: entry },
    {
      invariant: 'entry-and-its-ticket-have-one-owner',
      at: 'item',
      plant: `${entry} UPDATE tickets.tickets SET sale_id = NULL, entry_id = :item, ticket_type = 'entry',
        customer_id = :guest WHERE id = :ticket`,
    },
    {
      invariant: 'entry-ticket-has-its-entry',
      at: 'ticket',
      plant: `UPDATE tickets.tickets SET sale_id = NULL, entry_id = :item, ticket_type = 'entry' WHERE id = :ticket`,
    },
    {
      invariant: 'paid-order-has-its-entries',
      at: 'item',
      plant: `${type} ${order('online')}
      INSERT INTO entries.order_lines (order_id, entry_type_id, name, qty, unit_price) VALUES (:item, :product, 'General', 1, 100)`,
    },
    { invariant: 'order-by-wallet-was-paid-from-it', at: 'item', plant: order('wallet') },
    { invariant: 'order-paid-on-a-page-was-charged', at: 'item', plant: order('online') },
    {
      invariant: 'page-payment-taken-stands-in-its-order',
      at: 'intent',
      plant: page,
    },
    {
      invariant: 'refunds-of-entries-never-exceed-the-order',
      at: 'item',
      plant: `${order('wallet')} ${refund('wallet')}`,
    },
    { invariant: 'refund-to-the-card-was-asked-for', at: 'item', plant: `${order('online')} ${refund('original')}` },
    { invariant: 'refund-to-the-wallet-came-there', at: 'bar', plant: `${order('online')} ${refund('wallet')}` },
    {
      invariant: 'refund-that-a-card-refused-came-to-the-wallet',
      at: 'bar',
      plant: `${page}; INSERT INTO payments.refunds (id, venue_id, intent_id, amount, status, reason, requested_by,
        authorized_by, created_at) VALUES (:bar, :venue, :intent, 100, 'REFUSED', 'x', :cashier, :cashier, now())`,
    },
    {
      invariant: 'head-count-is-the-sum-of-crossings',
      at: 'night',
      plant: `INSERT INTO entries.head_counts (night_id, venue_id, inside) VALUES (:night, :venue, 1)`,
    },
    {
      invariant: 'entry-was-checked-in-once',
      at: 'item',
      plant: `${entry} UPDATE entries.entries SET checked_in_at = now(), is_inside = true`,
    },
    {
      invariant: 'cancelled-sale-lets-nobody-in',
      at: 'item',
      plant: `${entry} UPDATE entries.entries SET sale_id = :cancelledSale`,
    },
    {
      invariant: 'guests-who-came-are-those-counted',
      at: 'item',
      plant: `${list} INSERT INTO entries.guests (id, venue_id, list_id, name, plus, arrived, created_at)
        VALUES (:item, :venue, :bar, 'Ana', 1, 1, now())`,
    },
  ] as const;
}
