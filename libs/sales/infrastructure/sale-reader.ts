import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { PaymentMethod, SaleReader, SaleTicketView, SaleView } from '../application';
import { Reads } from './session-totals';

const SALE = sql(
  'sales.sale_view',
  `SELECT sale.*, r.name AS register_name, s.employee_id AS session_employee_id, e.name AS employee_name,
     ARRAY(SELECT to_jsonb(l) FROM sales.sale_lines l WHERE l.sale_id = sale.id ORDER BY l.position) AS lines,
     ARRAY(SELECT to_jsonb(p) FROM sales.sale_payments p WHERE p.sale_id = sale.id ORDER BY p.position) AS payments,
     (SELECT jsonb_build_object('id', t.id, 'display_code', v.ticket_prefix || ' ' || t.display_number,
        'is_void', t.voided_at IS NOT NULL, 'print_count', t.print_count,
        'items', ARRAY(SELECT to_jsonb(i) FROM tickets.ticket_items i WHERE i.ticket_id = t.id ORDER BY i.position))
      FROM tickets.tickets t WHERE t.sale_id = sale.id) AS ticket
   FROM sales.sales sale
   JOIN sales.register_sessions s ON s.id = sale.register_session_id
   JOIN sales.registers r ON r.id = s.register_id
   JOIN staff.employees e ON e.id = sale.employee_id
   JOIN nights.venues v ON v.id = sale.venue_id
   WHERE sale.id = $1 AND sale.venue_id = $2`,
);

interface TicketItemRow {
  id: string;
  product_name: string;
  qty: number;
  delivered_qty: number;
  note: string | null;
}

interface Row {
  id: string;
  register_session_id: string;
  register_name: string;
  night_id: string;
  placed_at: Date;
  customer_id: string | null;
  employee_id: string;
  employee_name: string;
  session_employee_id: string;
  total_amount: number;
  iva_amount: number;
  tip_amount: number;
  cash_rounding: number;
  is_courtesy: boolean;
  courtesy_reason: string | null;
  is_test: boolean;
  no_revenue: boolean;
  is_cancelled: boolean;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  inventory_applied: boolean;
  lines: {
    id: string;
    product_id: string;
    product_name: string;
    unit_price: number;
    list_price: number;
    qty: number;
    total_amount: number;
    note: string | null;
  }[];
  payments: {
    id: string;
    method: PaymentMethod;
    amount: number;
    tendered_amount: number | null;
    change_amount: number;
    rounding_amount: number;
    reference: string | null;
    payment_intent_id: string | null;
  }[];
  ticket: {
    id: string;
    display_code: string;
    is_void: boolean;
    print_count: number;
    items: TicketItemRow[];
  } | null;
}

/** A whole sale in one statement; reads may look into other contexts' tables, writes never. */
@Injectable()
export class SqlSaleReader extends SaleReader {
  async view(tx: Transaction, venueId: string, saleId: string): Promise<SaleView> {
    return (await this.read(sqlOf(tx), venueId, saleId)).sale;
  }

  /** The sale, and in whose session it lies. @throws DomainError `sale.not_found` */
  async read(
    reads: Reads,
    venueId: string,
    saleId: string,
  ): Promise<{ readonly sale: SaleView; readonly sessionEmployeeId: string }> {
    const [row] = await reads.rows<Row>(SALE, [saleId, venueId]);
    if (!row) throw new DomainError('sale.not_found', 'not_found');
    return { sale: toView(row), sessionEmployeeId: row.session_employee_id };
  }
}

function toView(row: Row): SaleView {
  return {
    id: row.id,
    registerSessionId: row.register_session_id,
    registerName: row.register_name,
    nightId: row.night_id,
    placedAt: row.placed_at.toISOString(),
    customerId: row.customer_id,
    employee: { id: row.employee_id, name: row.employee_name },
    lines: row.lines.map((line) => ({
      id: line.id,
      productId: line.product_id,
      name: line.product_name,
      unitPrice: line.unit_price,
      listPrice: line.list_price,
      qty: line.qty,
      totalAmount: line.total_amount,
      note: line.note,
    })),
    payments: row.payments.map((payment) => ({
      id: payment.id,
      method: payment.method,
      amount: payment.amount,
      tenderedAmount: payment.tendered_amount,
      changeAmount: payment.change_amount,
      roundingAmount: payment.rounding_amount,
      reference: payment.reference,
      intentId: payment.payment_intent_id,
    })),
    totalAmount: row.total_amount,
    ivaAmount: row.iva_amount,
    tipAmount: row.tip_amount,
    cashRounding: row.cash_rounding,
    changeAmount: row.payments.reduce((sum, payment) => sum + payment.change_amount, 0),
    isCourtesy: row.is_courtesy,
    courtesyReason: row.courtesy_reason,
    isTest: row.is_test,
    noRevenue: row.no_revenue,
    isCancelled: row.is_cancelled,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    cancelReason: row.cancel_reason,
    inventoryApplied: row.inventory_applied,
    ticket: row.ticket && {
      id: row.ticket.id,
      displayCode: row.ticket.display_code,
      qr: null,
      status: ticketStatus(row.ticket.is_void, row.ticket.items),
      printCount: row.ticket.print_count,
      items: row.ticket.items.map((item) => ({
        id: item.id,
        name: item.product_name,
        qty: item.qty,
        deliveredQty: item.delivered_qty,
        note: item.note,
      })),
    },
  };
}

/** A ticket's state follows from what was delivered; the same rule as in tickets. */
function ticketStatus(isVoid: boolean, items: readonly TicketItemRow[]): SaleTicketView['status'] {
  if (isVoid) return 'VOID';
  if (items.every((item) => item.delivered_qty === item.qty)) return 'DELIVERED';
  return items.some((item) => item.delivered_qty > 0) ? 'PARTIAL' : 'OPEN';
}
