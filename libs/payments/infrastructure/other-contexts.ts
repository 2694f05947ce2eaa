import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor, DomainError, DomainEvent, newId, Transaction } from '@libs/kernel';
import { Database, sql, writeOutbox } from '@libs/platform';
import { CheckDraft, PlaceSale, PlaceSaleInput, ServeOrder } from '@libs/sales/application';
import { UseStepUp } from '@libs/staff/application';
import { Approvals, CheckedDraft, Journal, OrderTill, OrderTills, SaleDraft, Seller, Tills } from '../application';

const OWNER = sql(
  'payments.session_owner',
  'SELECT employee_id FROM sales.register_sessions WHERE id = $1 AND venue_id = $2',
);

/** The parts of `POST /sales` that a draft is kept in, as they came over the wire. */
interface WireDraft {
  readonly id: string;
  readonly register_session_id: string;
  readonly lines: readonly { readonly product_id: string; readonly qty: number; readonly note?: string }[];
  readonly payments: readonly {
    readonly method: PlaceSaleInput['payments'][number]['method'];
    readonly amount: number;
    readonly tendered?: number;
    readonly reference?: string;
    readonly payment_intent_id?: string;
  }[];
  readonly customer_token?: string;
  readonly tip_amount?: number;
}

/** {@link Tills} from sales. */
@Injectable()
export class SalesTills extends Tills implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly checkDraft: CheckDraft,
    private readonly placeSale: PlaceSale,
    private readonly serveOrder: ServeOrder,
    private readonly orderTills: OrderTills,
  ) {
    super();
  }

  onModuleInit(): void {
    this.orderTills.add(this);
  }

  serve(tx: Transaction, actor: Actor, registerSessionId: string): Promise<OrderTill> {
    return this.serveOrder.till(tx, actor, registerSessionId, 'card');
  }

  takeCash(
    tx: Transaction,
    actor: Actor,
    cash: { sessionId: string; amount: number; reason: string },
  ): Promise<string> {
    return this.serveOrder.takeCash(tx, actor, cash);
  }

  async check(tx: Transaction, actor: Actor, draft: SaleDraft): Promise<CheckedDraft> {
    const ask = toInput(draft);
    const { customerId: guestId, ...checked } = await this.checkDraft.execute(tx, actor, ask);
    const { customer_token: _, ...kept } = draft;
    return {
      ...checked,
      kept,
      guestId,
      saleId: ask.id ?? '',
      payments: ask.payments.map(({ method, amount, intentId }) => ({ method, amount, intentId: intentId ?? null })),
    };
  }

  async refuseStranger(actor: Actor, registerSessionId: string | null): Promise<void> {
    if (registerSessionId === null) {
      if (actor.permissions.has('payment.read')) return;
      throw new DomainError('session.not_yours', 'forbidden');
    }
    const [row] = await this.database.rows<{ employee_id: string }>(OWNER, [registerSessionId, actor.venueId]);
    if (!row) throw new DomainError('session.not_found', 'not_found');
    if (row.employee_id === actor.employeeId || actor.permissions.has('payment.read')) return;
    throw new DomainError('session.not_yours', 'forbidden');
  }

  async place(seller: Seller, draft: SaleDraft): Promise<string | null> {
    const ask = toInput(draft);
    const key = `finish:${ask.id ?? ''}`;
    const once = { callerId: seller.employeeId, key, fingerprint: key, replayed: false };
    const actor: Actor = { ...seller, sessionId: newId(), barId: null, ip: null, permissions: new Set(['sale.place']) };
    try {
      await this.placeSale.execute(once, actor, ask);
      return null;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      // The till came back and placed it meanwhile, or is about to.
      if (error.code === 'sale.id_taken' || error.code === 'idempotency.in_progress') return null;
      return error.code;
    }
  }
}

function toInput(draft: SaleDraft): PlaceSaleInput {
  const wire = draft as unknown as WireDraft;
  return {
    id: wire.id,
    registerSessionId: wire.register_session_id,
    lines: wire.lines.map((line) => ({ productId: line.product_id, qty: line.qty, note: line.note })),
    payments: wire.payments.map(({ payment_intent_id: intentId, ...payment }) => ({ ...payment, intentId })),
    customerToken: wire.customer_token,
    tipAmount: wire.tip_amount,
  };
}

/** {@link Approvals} from staff. */
@Injectable()
export class StaffApprovals extends Approvals {
  constructor(private readonly stepUps: UseStepUp) {
    super();
  }

  async use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string> {
    return (await this.stepUps.execute(tx, { token, permission, actor })).employeeId;
  }
}

/** {@link Journal} is the outbox. */
@Injectable()
export class OutboxJournal extends Journal {
  write(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
