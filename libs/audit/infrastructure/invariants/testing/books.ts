import type { Pool } from 'pg';
import { newId } from '@libs/kernel';

const NAMES = [
  ...(['venue', 'night', 'otherNight', 'cashier', 'location', 'bar', 'register', 'session', 'openSession'] as const),
  ...(['category', 'product', 'ingredient', 'sale', 'cancelledSale', 'payment', 'ticket', 'item'] as const),
  ...(['delivery', 'taken', 'intent', 'cardSale', 'cardPayment', 'refund', 'topUp'] as const),
  ...(['guest', 'guestSale', 'transfer', 'rule', 'tier', 'reward', 'redemption'] as const),
];

/** The ids of what {@link plantBooks} wrote. */
export type Books = Readonly<Record<(typeof NAMES)[number], string>>;

/**
 * A night with a shift that is closed and one that is open, a sale that stands (1,990 pesos in cash, one of two drinks
 * handed over), one that was cancelled, one of a guest that earned nothing, and stock that agrees: everything that the invariants look at, and all right.
 */
export async function plantBooks(owner: Pool): Promise<Books> {
  const books = Object.fromEntries(NAMES.map((name) => [name, newId()])) as Books;
  await owner.query(
    BOOKS.replace(/:(\w+)\b/g, (text, name: string) => (name in books ? `'${books[name as keyof Books]}'` : text)),
  );
  return books;
}

const BOOKS = `
  INSERT INTO nights.venues (id, name, ticket_prefix) VALUES (:venue, 'Club', 'CLB');
  INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at) VALUES
    (:night, :venue, '2026-11-21', 'Sábado', 'OPEN', '2026-11-22 01:00Z'),
    (:otherNight, :venue, '2026-11-28', 'Sábado', 'PLANNED', NULL);
  INSERT INTO staff.employees (id, venue_id, name, roles) VALUES (:cashier, :venue, 'Camila', '{cashier}');
  INSERT INTO inventory.stock_locations (id, venue_id, name) VALUES (:location, :venue, 'Barra');
  INSERT INTO tickets.bars (id, venue_id, name, location_id) VALUES (:bar, :venue, 'Barra', :location);
  INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES (:register, :venue, 'Caja 1', 'bar', :location);
  INSERT INTO catalog.categories (id, venue_id, name, icon, hue, position) VALUES (:category, :venue, 'Piscos', 'bottle', 'mixed', 1);
  INSERT INTO catalog.products (id, venue_id, category_id, name, price, position)
    VALUES (:product, :venue, :category, 'Piscola', 995, 1);
  INSERT INTO inventory.ingredients (id, venue_id, name, base_unit, package_size, package_cost, is_strict)
    VALUES (:ingredient, :venue, 'Pisco', 'ml', 750, 6000, false);

  INSERT INTO sales.register_sessions (id, venue_id, register_id, night_id, employee_id, opened_by, status, opened_at,
    float_amount, float_denominations, counted_amount, expected_cash, cash_difference, closed_at) VALUES
    -- 50,000 + 1,990 - 40,000 + 500 - 200
    (:session, :venue, :register, :night, :cashier, :cashier, 'CLOSED', '2026-11-22 01:10Z', 50000, '{}', 12280, 12290, -10,
      '2026-11-22 04:00Z'),
    (:openSession, :venue, :register, :night, :cashier, :cashier, 'OPEN', '2026-11-22 04:10Z', 0, '{}', NULL, NULL, NULL, NULL);
  INSERT INTO sales.cash_movements (id, session_id, kind, amount, reason, employee_id, created_at) VALUES
    (gen_random_uuid(), :session, 'drop', 40000, 'caja fuerte', :cashier, '2026-11-22 03:00Z'),
    (gen_random_uuid(), :session, 'in', 500, 'sencillo', :cashier, '2026-11-22 03:00Z'),
    (gen_random_uuid(), :session, 'out', 200, 'hielo', :cashier, '2026-11-22 03:00Z');

  INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount, iva_amount,
    inventory_applied, placed_at, is_cancelled, cancelled_at) VALUES
    (:sale, :venue, :night, :session, :cashier, '', 1990, 318, true, '2026-11-22 02:00Z', false, NULL),
    (:cancelledSale, :venue, :night, :session, :cashier, '', 1990, 318, true, '2026-11-22 02:10Z', true, '2026-11-22 02:20Z');
  INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
    SELECT gen_random_uuid(), id, 1, :product, 'Piscola', 995, 995, 2, 1990 FROM sales.sales;
  INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, tendered_amount, change_amount) VALUES
    (:payment, :sale, 1, 'cash', 1990, 2000, 10),
    (gen_random_uuid(), :cancelledSale, 1, 'cash', 1990, 1990, 0);

  INSERT INTO tickets.tickets (id, venue_id, night_id, ticket_type, sale_id, display_number, qr_hash, integrity_hash, created_at)
    VALUES (:ticket, :venue, :night, 'delivery', :sale, 1, '\\x01', '\\x01', '2026-11-22 02:00Z');
  INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty, delivered_qty)
    VALUES (:item, :ticket, 1, :product, 'Piscola', 2, 1);
  INSERT INTO tickets.deliveries (id, ticket_id, item_id, press_id, qty, bar_id, employee_id, delivered_at, undone_at) VALUES
    (:delivery, :ticket, :item, gen_random_uuid(), 1, :bar, :cashier, '2026-11-22 02:05Z', NULL),
    (gen_random_uuid(), :ticket, :item, gen_random_uuid(), 1, :bar, :cashier, '2026-11-22 02:06Z', '2026-11-22 02:06:10Z');

  INSERT INTO inventory.stock_levels (location_id, ingredient_id, on_hand) VALUES (:location, :ingredient, 4860);
  INSERT INTO inventory.movements (id, venue_id, location_id, ingredient_id, quantity, kind, sale_id) VALUES
    (gen_random_uuid(), :venue, :location, :ingredient, 5000, 'purchase', NULL),
    (:taken, :venue, :location, :ingredient, -140, 'sale', :sale),
    (gen_random_uuid(), :venue, :location, :ingredient, -140, 'sale', :cancelledSale),
    (gen_random_uuid(), :venue, :location, :ingredient, 140, 'sale_cancelled', :cancelledSale);

  -- A card sale of 1,990 pesos, of which 990 were given back.
  INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount, iva_amount,
    placed_at) VALUES (:cardSale, :venue, :night, :openSession, :cashier, '', 1990, 318, '2026-11-22 04:20Z');
  INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
    VALUES (gen_random_uuid(), :cardSale, 1, :product, 'Piscola', 995, 995, 2, 1990);
  INSERT INTO payments.intents (id, venue_id, night_id, register_id, register_session_id, employee_id, employee_name, sale_id,
    sale_draft, cart_hash, amount, provider, reference, status, created_at, expires_at, final_at, taken_at, refunded_amount)
    VALUES (:intent, :venue, :night, :register, :openSession, :cashier, 'Camila', :cardSale, '{}', '\\x00', 1990,
      'getnet_terminal', 'N0000001', 'APPROVED', '2026-11-22 04:19Z', '2026-11-22 04:24Z', '2026-11-22 04:19:40Z',
      '2026-11-22 04:20Z', 990);
  INSERT INTO payments.intent_log (id, intent_id, at, act, to_status, source, data)
    VALUES (gen_random_uuid(), :intent, '2026-11-22 04:19:40Z', 'approve', 'APPROVED', 'agent', '{}');
  INSERT INTO payments.refunds (id, venue_id, intent_id, amount, status, reason, requested_by, authorized_by, created_at)
    VALUES (:refund, :venue, :intent, 990, 'DONE', 'vaso roto', :cashier, :cashier, '2026-11-22 04:30Z');
  INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, reference, payment_intent_id)
    VALUES (:cardPayment, :cardSale, 1, 'card', 1990, '012345', :intent);

  -- A guest with an account bought for 1,990 pesos; no rule gives points for it.
  INSERT INTO customers.customers (uuid, venue_id, name, email, phone, password_hash, terms_accepted_at, created_at, updated_at)
    VALUES (:guest, :venue, 'Javiera', 'javiera@example.com', '+56 9 1234 5678', 'x', now(), now(), now());
  INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, customer_id, fingerprint, total_amount,
    iva_amount, placed_at) VALUES (:guestSale, :venue, :night, :openSession, :cashier, :guest, '', 1990, 318, '2026-11-22 04:25Z');
  INSERT INTO sales.sale_lines (id, sale_id, position, product_id, product_name, unit_price, list_price, qty, total_amount)
    VALUES (gen_random_uuid(), :guestSale, 1, :product, 'Piscola', 995, 995, 2, 1990);
  INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, reference)
    VALUES (gen_random_uuid(), :guestSale, 1, 'transfer', 1990, '1');
  INSERT INTO wallet.sale_points (sale_id, venue_id, customer_id, lines) VALUES (:guestSale, :venue, :guest,
    jsonb_build_array(jsonb_build_object('category_id', :category, 'paid_amount', 1990)));
  INSERT INTO wallet.top_ups (id, venue_id, customer_id, amount, means, status, created_at)
    VALUES (:topUp, :venue, :guest, 1990, 'online', 'PENDING', '2026-11-22 02:00Z');
`;
