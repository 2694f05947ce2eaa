import { z } from 'zod';
import { AskedLine, AskedPayment, PAYMENT_METHODS, PlaceSaleInput, Quote, SaleView } from '@libs/sales/application';
import { SaleListRow } from '@libs/sales/infrastructure';
import { instant, pageOf, pageQuery, pesos, positivePesos, text, uuid } from '@libs/platform';
import { person } from './registers.dto';

const stepUpToken = text(100).describe('Of POST /auth/step-up: the yes of another person');
const guestToken = text(100).describe('Of POST /customers/identify on this tablet');
const MAX_LINES = 100;
const MAX_PAYMENTS = 10;

const qty = z.int().min(1).max(999);
const askedLine = z.strictObject({ product_id: uuid, qty, note: text(120).optional() }).meta({ id: 'AskedLine' });
const askedPayment = z
  .strictObject({
    method: z.enum(PAYMENT_METHODS),
    amount: positivePesos.describe('What it covers of the total, before cash rounding'),
    tendered: pesos.optional().describe('Cash only: what was handed over; exact when absent'),
    reference: text(60).optional().describe('Card and transfer: number of the voucher'),
    wallet_token: guestToken.optional().describe('Wallet: of the guest who pays; it pays once'),
    payment_intent_id: uuid.optional().describe('Card, where a provider takes it: the approved payment intent'),
  })
  .meta({ id: 'AskedPayment' });

export const quoteRequest = z
  .strictObject({
    register_session_id: uuid,
    lines: z
      .array(z.strictObject({ product_id: uuid, qty }).meta({ id: 'QuotedItem' }))
      .min(1)
      .max(MAX_LINES),
    customer_token: guestToken.optional().describe('Tells what the guest’s wallet holds'),
  })
  .meta({ id: 'QuoteRequest' });

export const newSale = z
  .strictObject({
    id: uuid.optional().describe('Made by the till: the same id with the same content is the same sale'),
    register_session_id: uuid,
    lines: z.array(askedLine).min(1).max(MAX_LINES),
    payments: z.array(askedPayment).max(MAX_PAYMENTS).describe('Together exactly the total; none for a courtesy'),
    customer_token: guestToken.optional().describe('Whose sale and ticket it is; without it, of who pays by wallet'),
    tip_amount: pesos.max(10_000_000).optional().describe('For the staff: outside of the total, of IVA and revenue'),
    courtesy: z
      .strictObject({
        reason: text(200),
        step_up_token: stepUpToken.optional().describe('For courtesy.grant: without the right, or above the budget'),
      })
      .optional(),
    sold_at: instant.optional().describe('When the guest bought, if the till could not tell at once'),
  })
  .meta({ id: 'NewSale' });

export const cancellation = z
  .strictObject({
    reason: text(200),
    step_up_token: stepUpToken.optional().describe('For sale.cancel, always of another person'),
    despite_delivery: z.boolean().default(false).describe('Cancel although something was handed over'),
  })
  .meta({ id: 'CancelSale' });

export const newPayments = z
  .strictObject({ payments: z.array(askedPayment).min(1).max(MAX_PAYMENTS) })
  .meta({ id: 'ChangePayments' });

export const salesQuery = z.strictObject({
  ...pageQuery,
  night_id: uuid.optional().describe('The latest night when neither night nor session is named'),
  register_session_id: uuid.optional(),
  employee_id: uuid.optional(),
  q: text(60).optional().describe("A ticket's code, or part of a product's name or of a voucher's number"),
  state: z.enum(['all', 'cancelled', 'courtesy']).default('all'),
});

export const quote = z
  .object({
    lines: z.array(
      z.object({
        product_id: uuid,
        name: z.string(),
        qty: z.int(),
        unit_price: pesos,
        list_price: pesos,
        total_amount: pesos,
      }),
    ),
    total_amount: pesos,
    iva_amount: pesos,
    cash_total_amount: pesos.describe('Due when all of it is paid in cash'),
    cash_rounding: z.int(),
    shortages: z.array(z.object({ product_id: uuid, name: z.string(), left: z.int() })),
    wallet: z
      .object({ balance: pesos, is_frozen: z.boolean(), covers: z.boolean().describe('All of it') })
      .nullable()
      .describe('Of the guest who was named'),
  })
  .meta({ id: 'Quote' });

const line = z.object({
  id: uuid,
  product_id: uuid,
  name: z.string(),
  unit_price: pesos,
  list_price: pesos.describe('Without happy hour or other windows'),
  qty: z.int(),
  total_amount: pesos,
  note: z.string().nullable(),
});
const payment = z.object({
  id: uuid,
  method: z.enum(PAYMENT_METHODS),
  amount: pesos,
  tendered_amount: pesos.nullable(),
  change_amount: pesos,
  rounding_amount: z.int().describe('Ley 20.956: endings 1 to 5 down, 6 to 9 up, on the cash of the sale'),
  reference: z.string().nullable(),
  payment_intent_id: uuid.nullable().describe('Behind a card payment that a provider took'),
});
const ticket = z.object({
  id: uuid,
  display_code: z.string(),
  qr: z.string().nullable().describe('Only when the sale is placed; fetch it again by printing'),
  status: z.enum(['OPEN', 'PARTIAL', 'DELIVERED', 'VOID']),
  print_count: z.int(),
  items: z.array(
    z.object({ id: uuid, name: z.string(), qty: z.int(), delivered_qty: z.int(), note: z.string().nullable() }),
  ),
});

export const sale = z
  .object({
    id: uuid,
    register_session_id: uuid,
    register_name: z.string(),
    night_id: uuid,
    placed_at: instant,
    customer_id: uuid.nullable().describe('Of a guest with an account'),
    employee: person,
    lines: z.array(line),
    payments: z.array(payment),
    total_amount: pesos,
    iva_amount: pesos.describe('Inside the total'),
    tip_amount: pesos,
    cash_rounding: z.int(),
    change_amount: pesos,
    is_courtesy: z.boolean(),
    courtesy_reason: z.string().nullable(),
    is_test: z.boolean(),
    no_revenue: z.boolean(),
    is_cancelled: z.boolean(),
    cancelled_at: instant.nullable(),
    cancel_reason: z.string().nullable(),
    inventory_applied: z.boolean(),
    ticket: ticket.nullable(),
  })
  .meta({ id: 'Sale' });

const saleRow = z
  .object({
    id: uuid,
    placed_at: instant,
    register_name: z.string(),
    employee_name: z.string(),
    total_amount: pesos,
    methods: z.array(z.enum(PAYMENT_METHODS)),
    item_count: z.int(),
    display_code: z.string().nullable(),
    is_cancelled: z.boolean(),
    is_courtesy: z.boolean(),
    is_test: z.boolean(),
  })
  .meta({ id: 'SaleRow' });
export const salePage = pageOf(saleRow).meta({ id: 'SalePage' });

export function toAskedLine(asked: { product_id: string; qty: number; note?: string | undefined }): AskedLine {
  return { productId: asked.product_id, qty: asked.qty, note: asked.note };
}

export function toAskedPayment({
  payment_intent_id: intentId,
  wallet_token: walletToken,
  ...payment
}: z.infer<typeof askedPayment>): AskedPayment {
  return { ...payment, intentId, walletToken };
}

export function toPlaceSale(body: z.infer<typeof newSale>): PlaceSaleInput {
  return {
    id: body.id,
    registerSessionId: body.register_session_id,
    lines: body.lines.map(toAskedLine),
    payments: body.payments.map(toAskedPayment),
    customerToken: body.customer_token,
    tipAmount: body.tip_amount,
    courtesy: body.courtesy && { reason: body.courtesy.reason, stepUpToken: body.courtesy.step_up_token },
    soldAt: body.sold_at === undefined ? undefined : new Date(body.sold_at),
  };
}

export function toQuote(view: Quote): z.infer<typeof quote> {
  return {
    lines: view.lines.map((one) => ({
      product_id: one.productId,
      name: one.name,
      qty: one.qty,
      unit_price: one.unitPrice,
      list_price: one.listPrice,
      total_amount: one.totalAmount,
    })),
    total_amount: view.totalAmount,
    iva_amount: view.ivaAmount,
    cash_total_amount: view.cashTotalAmount,
    cash_rounding: view.cashRounding,
    shortages: view.shortages.map((one) => ({ product_id: one.productId, name: one.name, left: one.left })),
    wallet: view.wallet && {
      balance: view.wallet.balance,
      is_frozen: view.wallet.isFrozen,
      covers: view.wallet.covers,
    },
  };
}

export function toSale(view: SaleView): z.infer<typeof sale> {
  return {
    id: view.id,
    register_session_id: view.registerSessionId,
    register_name: view.registerName,
    night_id: view.nightId,
    placed_at: view.placedAt,
    customer_id: view.customerId,
    employee: view.employee,
    lines: view.lines.map((one) => ({
      id: one.id,
      product_id: one.productId,
      name: one.name,
      unit_price: one.unitPrice,
      list_price: one.listPrice,
      qty: one.qty,
      total_amount: one.totalAmount,
      note: one.note,
    })),
    payments: view.payments.map((one) => ({
      id: one.id,
      method: one.method,
      amount: one.amount,
      tendered_amount: one.tenderedAmount,
      change_amount: one.changeAmount,
      rounding_amount: one.roundingAmount,
      reference: one.reference,
      payment_intent_id: one.intentId,
    })),
    total_amount: view.totalAmount,
    iva_amount: view.ivaAmount,
    tip_amount: view.tipAmount,
    cash_rounding: view.cashRounding,
    change_amount: view.changeAmount,
    is_courtesy: view.isCourtesy,
    courtesy_reason: view.courtesyReason,
    is_test: view.isTest,
    no_revenue: view.noRevenue,
    is_cancelled: view.isCancelled,
    cancelled_at: view.cancelledAt,
    cancel_reason: view.cancelReason,
    inventory_applied: view.inventoryApplied,
    ticket: view.ticket && {
      id: view.ticket.id,
      display_code: view.ticket.displayCode,
      qr: view.ticket.qr,
      status: view.ticket.status,
      print_count: view.ticket.printCount,
      items: view.ticket.items.map(({ deliveredQty, ...item }) => ({ ...item, delivered_qty: deliveredQty })),
    },
  };
}

export function toSaleRow(row: SaleListRow): z.infer<typeof saleRow> {
  return {
    id: row.id,
    placed_at: row.placedAt,
    register_name: row.registerName,
    employee_name: row.employeeName,
    total_amount: row.totalAmount,
    methods: [...row.methods],
    item_count: row.itemCount,
    display_code: row.displayCode,
    is_cancelled: row.isCancelled,
    is_courtesy: row.isCourtesy,
    is_test: row.isTest,
  };
}
