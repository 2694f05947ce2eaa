import { Actor } from '@libs/kernel';
import { changeOf, Sale } from '../domain';
import { IssuedTicket } from './ports';
import { SaleView } from './sale-view';

/** A sale that was placed just now, without asking the database again. */
export function showPlacedSale(sale: Sale, ticket: IssuedTicket | null, registerName: string, actor: Actor): SaleView {
  const { facts } = sale;
  return {
    id: facts.id,
    registerSessionId: facts.registerSessionId,
    registerName,
    nightId: facts.nightId,
    placedAt: facts.placedAt.toISOString(),
    customerId: facts.customerId,
    employee: { id: actor.employeeId, name: actor.employeeName },
    lines: facts.lines.map((line) => ({
      id: line.id,
      productId: line.productId,
      name: line.name,
      unitPrice: line.unitPrice.pesos,
      listPrice: line.listPrice.pesos,
      qty: line.qty,
      totalAmount: line.total.pesos,
      note: line.note,
    })),
    payments: facts.payments.map((payment) => ({
      id: payment.id,
      method: payment.method,
      amount: payment.amount.pesos,
      tenderedAmount: payment.tendered?.pesos ?? null,
      changeAmount: payment.change.pesos,
      roundingAmount: payment.rounding.pesos,
      reference: payment.reference,
      intentId: payment.intentId,
    })),
    totalAmount: facts.total.pesos,
    ivaAmount: sale.iva.pesos,
    tipAmount: facts.tip.pesos,
    cashRounding: sale.cashRounding.pesos,
    changeAmount: changeOf(facts.payments).pesos,
    isCourtesy: facts.courtesy !== null,
    courtesyReason: facts.courtesy?.reason ?? null,
    isTest: facts.isTest,
    noRevenue: facts.noRevenue,
    isCancelled: false,
    cancelledAt: null,
    cancelReason: null,
    inventoryApplied: facts.inventoryApplied,
    ticket: ticket && {
      id: ticket.id,
      displayCode: ticket.displayCode,
      qr: ticket.qr,
      status: 'OPEN',
      printCount: 0,
      items: ticket.items.map((item) => ({ ...item, deliveredQty: 0 })),
    },
  };
}
