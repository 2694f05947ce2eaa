import type { Schemas } from '@libs/api-client';

/** Shapes of the API as the screens use them. */
export interface Named {
  id: string;
  name: string;
}
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
export type Method = 'cash' | 'card' | 'transfer';
export type Role = 'cashier' | 'bartender' | 'wardrobe' | 'door' | 'supervisor' | 'admin';
export interface VenueSettings {
  idle_lock_seconds: number;
  cash_tolerance: number;
  courtesy_budget: number;
  float_tolerance: number;
  ticket_max_age_hours: number;
  ticket_max_attempts: number;
  tip_pct: number;
}
export interface Venue {
  id: string;
  name: string;
  ticket_prefix: string;
  time_zone: string;
  settings: VenueSettings;
}
export interface Me {
  session_id: string;
  employee: { id: string; name: string; roles: Role[] };
  permissions: string[];
  station: string | null;
  kind: string;
  device: Named | null;
  bar: Named | null;
  is_locked: boolean;
  venue: Venue;
  must_change_password: boolean;
}
export type NightStatus = 'PLANNED' | 'PREPARING' | 'OPEN' | 'CLOSING' | 'CLOSED';
export interface ChecklistItem {
  id: string;
  label: string;
  is_done: boolean;
  done_by: string | null;
  done_at: string | null;
}
export interface Night {
  id: string;
  date: string;
  name: string;
  djs: string[];
  description: string;
  image_url: string | null;
  doors_open_at: string | null;
  doors_close_at: string | null;
  capacity: number | null;
  price_tiers: { name: string; price: number }[];
  checklist: ChecklistItem[];
  responsible_ids: string[];
  status: NightStatus;
  opened_at: string | null;
  closed_at: string | null;
  version: number;
}
export type Board = Schemas['Board'];
export type Category = Schemas['Category'];
export interface Product {
  id: string;
  number: number;
  category_id: string;
  name: string;
  detail: string;
  price: number;
  favourite_position: number | null;
  position: number;
  is_active: boolean;
  version: number;
  windows: { window_id: string; price: number }[];
}
export interface PriceWindow {
  id: string;
  name: string;
  weekdays: number[];
  from: string;
  to: string;
  is_active: boolean;
  prices: { product_id: string; price: number }[];
}
export interface StockLocation {
  id: string;
  name: string;
  is_active: boolean;
}
export interface Ingredient {
  id: string;
  name: string;
  base_unit: 'ml' | 'g' | 'unit';
  package_size: number;
  package_cost: number;
  is_strict: boolean;
  is_active: boolean;
}
export interface RecipeItem {
  ingredient_id: string;
  name: string;
  base_unit: 'ml' | 'g' | 'unit';
  quantity: number;
  tolerance_pct: number;
  cost: number;
}
export interface Recipe {
  product_id: string;
  items: RecipeItem[];
  cost: number;
}
export interface StockRow {
  location_id: string;
  location_name: string;
  ingredient_id: string;
  name: string;
  base_unit: 'ml' | 'g' | 'unit';
  on_hand: number;
  package_size: number;
  is_strict: boolean;
  value: number;
}
export type RegisterType = 'bar' | 'door' | 'kiosk' | 'wardrobe' | 'mobile' | 'vip';
export type SessionStatus = 'OPEN' | 'PENDING_CLOSE' | 'CLOSED';
export type Register = Schemas['Register'];
export interface Bar {
  id: string;
  name: string;
  location_id: string;
  is_active: boolean;
}
export interface Totals {
  sales_count: number;
  sales_amount: number;
  by_method: { method: Method; amount: number; count: number }[];
  tips: number;
  courtesy_count: number;
  courtesy_value: number;
  cancelled_count: number;
  cash_in: number;
  cash_out: number;
  cash_drops: number;
  cash_rounding: number;
  expected_cash: number;
  counted_amount: number | null;
  cash_difference: number | null;
}
export interface RegisterSession {
  id: string;
  register: { id: string; name: string; place: string; type: RegisterType };
  night_id: string;
  employee: Named;
  status: SessionStatus;
  opened_at: string;
  float_amount: number;
  count_attempts: number;
  closed_at: string | null;
  z_number: number | null;
  totals: Totals | null;
}
export interface RegisterReport {
  kind: 'X' | 'Z';
  session: RegisterSession;
  totals: Totals;
  cash_movements: {
    id: string;
    kind: 'in' | 'out' | 'drop';
    amount: number;
    reason: string;
    employee: Named;
    created_at: string;
  }[];
  products: { name: string; qty: number; amount: number }[];
  audit_head: string | null;
}
export interface Employee {
  id: string;
  name: string;
  rut: string | null;
  email: string | null;
  phone: string | null;
  birth_date: string | null;
  bank: { name: string; account_type: string; account_number: string } | null;
  roles: Role[];
  is_active: boolean;
  has_pin: boolean;
  pin_locked_until: string | null;
  pin_needs_unlock: boolean;
  admin_username: string | null;
  session_count: number;
}
export interface Device {
  id: string;
  name: string;
  enrolled_at: string | null;
  revoked_at: string | null;
  last_seen_at: string | null;
  code_expires_at: string | null;
  is_locked: boolean;
}
export interface DeviceCode {
  id: string;
  name: string;
  code: string;
  expires_at: string;
}
export interface SaleRow {
  id: string;
  placed_at: string;
  register_name: string;
  employee_name: string;
  total_amount: number;
  methods: Method[];
  item_count: number;
  display_code: string | null;
  is_cancelled: boolean;
  is_courtesy: boolean;
  is_test: boolean;
}
export interface Sale {
  id: string;
  register_session_id: string;
  register_name: string;
  night_id: string;
  placed_at: string;
  employee: Named;
  lines: {
    id: string;
    product_id: string;
    name: string;
    unit_price: number;
    list_price: number;
    qty: number;
    total_amount: number;
    note: string | null;
  }[];
  payments: {
    id: string;
    method: Method;
    amount: number;
    tendered_amount: number | null;
    change_amount: number;
    rounding_amount: number;
    reference: string | null;
  }[];
  total_amount: number;
  iva_amount: number;
  tip_amount: number;
  cash_rounding: number;
  change_amount: number;
  is_courtesy: boolean;
  courtesy_reason: string | null;
  is_test: boolean;
  no_revenue: boolean;
  is_cancelled: boolean;
  cancelled_at: string | null;
  cancel_reason: string | null;
  inventory_applied: boolean;
  ticket: {
    id: string;
    display_code: string;
    qr: string | null;
    status: TicketStatus;
    print_count: number;
    items: { id: string; name: string; qty: number; delivered_qty: number; note: string | null }[];
  } | null;
}
export type TicketStatus = 'OPEN' | 'PARTIAL' | 'DELIVERED' | 'VOID';
export interface TicketLogEntry {
  action: string;
  reason: string | null;
  note: string | null;
  bar_name: string | null;
  employee_name: string | null;
  device_name: string | null;
  ip: string | null;
  at: string;
}
export interface TicketDetail {
  id: string;
  display_code: string;
  status: TicketStatus;
  print_count: number;
  sale_id: string | null;
  log: TicketLogEntry[];
}
export interface Refusal {
  id: string;
  ticket_id: string | null;
  display_code: string | null;
  reason: string;
  detail: string;
  bar_name: string | null;
  employee_name: string | null;
  at: string;
  can_be_allowed: boolean;
}
export interface AuditEntry {
  event_id: string;
  type: string;
  chain: string;
  position: number;
  occurred_at: string;
  employee_name: string | null;
  device_id: string | null;
  ip: string | null;
  subject_id: string;
  night_id: string | null;
  data: Record<string, unknown>;
  hash: string;
}
export interface AuditVerdict {
  ok: boolean;
  entries: number;
  chains: number;
  anchors: number;
  broken: { chain: string; position: number; problem: string }[];
}
