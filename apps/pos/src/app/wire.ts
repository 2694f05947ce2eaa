export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Device {
  id: string;
  name: string;
  venue: Named;
}
export interface Person {
  id: string;
  name: string;
  roles: string[];
  last_used_at: string | null;
}
export interface Me {
  session_id: string;
  employee: { id: string; name: string; roles: string[] };
  permissions: string[];
  station: string | null;
  device: Named | null;
  is_locked: boolean;
  venue: {
    id: string;
    name: string;
    ticket_prefix: string;
    time_zone: string;
    settings: { idle_lock_seconds: number; cash_tolerance: number; courtesy_budget: number; float_tolerance: number };
  };
}
export interface StepUp {
  token: string;
  expires_at: string;
  granted_by: Named;
}
export interface Category {
  id: string;
  name: string;
  icon: string;
  hue: string;
  position: number;
}
export interface Product {
  id: string;
  number: number;
  category_id: string;
  name: string;
  detail: string;
  price: number;
  list_price: number;
  window: { name: string; until: string } | null;
  favourite_position: number | null;
  position: number;
}
export interface Catalog {
  version: string | number;
  categories: Category[];
  products: Product[];
  next_change_at: string | null;
}
export interface Register {
  id: string;
  name: string;
  place: string;
  type: string;
  allowed_category_ids: string[];
  allowed_methods: string[];
  is_test: boolean;
  suggested_float: number;
  printer_host: string | null;
  is_active: boolean;
  open_session: { id: string; employee: Named; opened_at: string; status: string; is_mine: boolean } | null;
  last_close: { closed_at: string; employee_name: string; counted_amount: number } | null;
}
export interface Totals {
  sales_count: number;
  sales_amount: number;
  by_method: { method: string; amount: number; count: number }[];
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
export interface Session {
  id: string;
  register: { id: string; name: string; place: string; type: string };
  night_id: string;
  employee: Named;
  status: string;
  opened_at: string;
  float_amount: number;
  count_attempts: number;
  closed_at: string | null;
  z_number: number | null;
  totals: Totals | null;
}
export interface Movement {
  id: string;
  kind: string;
  amount: number;
  reason: string;
  employee: Named;
  created_at: string;
}
export interface CountOutcome {
  status: string;
  count_attempts: number;
  recount_allowed: boolean;
  needs_supervisor: boolean;
}
export interface Report {
  kind: 'X' | 'Z';
  session: Session;
  totals: Totals;
  cash_movements: Movement[];
  products: { name: string; qty: number; amount: number }[];
  audit_head: string | null;
}
export interface Quote {
  total_amount: number;
  cash_total_amount: number;
  cash_rounding: number;
  lines: { product_id: string; qty: number; unit_price: number; total_amount: number }[];
  shortages: { product_id: string; name: string; left: number }[];
}
export interface AskedPayment {
  method: 'cash' | 'card' | 'transfer';
  amount: number;
  tendered?: number;
  reference?: string;
}
export interface NewSale {
  id?: string;
  register_session_id: string;
  lines: { product_id: string; qty: number; note?: string }[];
  payments: AskedPayment[];
  courtesy?: { reason: string; step_up_token?: string };
}
export interface Sale {
  id: string;
  register_session_id: string;
  register_name: string;
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
    method: string;
    amount: number;
    tendered_amount: number | null;
    change_amount: number;
    rounding_amount: number;
    reference: string | null;
  }[];
  total_amount: number;
  iva_amount: number;
  cash_rounding: number;
  change_amount: number;
  is_courtesy: boolean;
  courtesy_reason: string | null;
  is_test: boolean;
  is_cancelled: boolean;
  cancelled_at: string | null;
  cancel_reason: string | null;
  ticket: {
    id: string;
    display_code: string;
    qr: string | null;
    status: string;
    print_count: number;
    items: { id: string; name: string; qty: number; delivered_qty: number; note: string | null }[];
  } | null;
}
export interface SaleRow {
  id: string;
  placed_at: string;
  employee_name: string;
  total_amount: number;
  methods: string[];
  item_count: number;
  display_code: string | null;
  is_cancelled: boolean;
  is_courtesy: boolean;
  is_test: boolean;
}
export interface Printed {
  qr: string;
  display_code: string;
  print_count: number;
  is_reprint: boolean;
  printed: boolean;
  problem: string | null;
}
