import { Money } from '@libs/kernel';
import { Payment, PaymentMethod, SaleFacts, SaleLine } from '../domain';

/** `sales.sales` as the driver reads it. */
export interface SaleRow {
  id: string;
  venue_id: string;
  night_id: string;
  register_session_id: string;
  employee_id: string;
  device_id: string | null;
  customer_id: string | null;
  fingerprint: string;
  total_amount: number;
  tip_amount: number;
  is_courtesy: boolean;
  courtesy_value: number;
  courtesy_reason: string | null;
  courtesy_by: string | null;
  is_test: boolean;
  no_revenue: boolean;
  inventory_applied: boolean;
  placed_at: Date;
  sold_at: Date | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  cancel_authorized_by: string | null;
  cancel_reason: string | null;
  cancelled_after_delivery: boolean;
}

/** `sales.sale_lines` as the driver reads it. */
export interface SaleLineRow {
  id: string;
  product_id: string;
  product_name: string;
  unit_price: number;
  list_price: number;
  qty: number;
  total_amount: number;
  note: string | null;
}

/** `sales.sale_payments` as the driver reads it. */
export interface SalePaymentRow {
  id: string;
  method: PaymentMethod;
  amount: number;
  tendered_amount: number | null;
  change_amount: number;
  rounding_amount: number;
  reference: string | null;
  payment_intent_id: string | null;
}

export function saleFacts(row: SaleRow, lines: readonly SaleLineRow[], payments: readonly SalePaymentRow[]): SaleFacts {
  return {
    id: row.id,
    venueId: row.venue_id,
    nightId: row.night_id,
    registerSessionId: row.register_session_id,
    employeeId: row.employee_id,
    deviceId: row.device_id,
    customerId: row.customer_id,
    fingerprint: row.fingerprint,
    lines: lines.map(toLine),
    payments: payments.map(toPayment),
    total: Money.of(row.total_amount),
    tip: Money.of(row.tip_amount),
    courtesy: row.is_courtesy
      ? {
          reason: row.courtesy_reason ?? '',
          grantedBy: row.courtesy_by ?? '',
          value: Money.of(row.courtesy_value),
        }
      : null,
    isTest: row.is_test,
    noRevenue: row.no_revenue,
    inventoryApplied: row.inventory_applied,
    placedAt: row.placed_at,
    soldAt: row.sold_at,
    cancellation: row.cancelled_at && {
      at: row.cancelled_at,
      by: row.cancelled_by ?? '',
      authorizedBy: row.cancel_authorized_by ?? '',
      reason: row.cancel_reason ?? '',
      afterDelivery: row.cancelled_after_delivery,
    },
  };
}

function toLine(row: SaleLineRow): SaleLine {
  return {
    id: row.id,
    productId: row.product_id,
    name: row.product_name,
    unitPrice: Money.of(row.unit_price),
    listPrice: Money.of(row.list_price),
    qty: row.qty,
    total: Money.of(row.total_amount),
    note: row.note,
  };
}

function toPayment(row: SalePaymentRow): Payment {
  return {
    id: row.id,
    method: row.method,
    amount: Money.of(row.amount),
    tendered: row.tendered_amount === null ? null : Money.of(row.tendered_amount),
    change: Money.of(row.change_amount),
    rounding: Money.of(row.rounding_amount),
    reference: row.reference,
    intentId: row.payment_intent_id,
  };
}
