import { EventEmitter } from 'node:events';
import { demoFault, type Fault } from './faults';
import { SaleMemory, type StoredSale } from './memory';
import { common, Replies, stamp, type Identity } from './replies';
import { INSTANT, SaleRun, type Timing } from './sale-run';
import { TillLine, type Wire } from './till-line';
import { DATE_FORMS, type DateForm, type Json } from './wire';

/** `answer`: except while it talks to the bank; `always`: then as well. */
export type BusyMode = 'silent' | 'refuse' | 'answer' | 'always';

export interface SimulatorOptions {
  readonly timing?: Timing;
  /** Keeps approved sales in this file, as a terminal keeps them without power. */
  readonly memoryFile?: string;
  readonly identity?: Identity;
  /** What other commands get while a sale runs: firmwares differ. */
  readonly whileBusy?: BusyMode;
  /** Amounts with certain endings choose the outcome; see faults.ts. */
  readonly demoAmounts?: boolean;
  /** A terminal that takes only some forms of a date refuses the others. */
  readonly dateForms?: readonly DateForm[];
  readonly card?: Partial<Pick<StoredSale, 'cardType' | 'cardBrand' | 'last4'>>;
  /** Added by the guest on the terminal; whole pesos. */
  readonly tip?: (amount: number) => number;
  readonly now?: () => Date;
}

const ALL_DATES = Object.keys(DATE_FORMS) as readonly DateForm[];
const DEMO_IDENTITY: Identity = { commerceCode: 599_900_000_001, terminalId: 'T0000001' };

/**
 * A card terminal as the till sees it. It holds no transport: `connect` gives it a wire, of which it has one at a time
 * as the real one has. Emits `shown` (a line on its screen) and `power` (true or false).
 */
export class TerminalSimulator extends EventEmitter<{ shown: [string]; power: [boolean] }> {
  readonly memory: SaleMemory;
  /** Every command that arrived whole and was not refused. */
  readonly commands: Json[] = [];
  /** What the till did that a real terminal would not bear. */
  readonly violations: string[] = [];
  isOn = true;
  private line: TillLine | undefined;
  private run: SaleRun | undefined;
  private readonly faults: Fault[] = [];
  private lastAnswer: Json | undefined;
  private readonly replies: Replies;
  private readonly now: () => Date;

  constructor(private readonly options: SimulatorOptions = {}) {
    super();
    this.now = options.now ?? (() => new Date());
    this.memory = new SaleMemory(options.memoryFile);
    this.replies = new Replies(this.memory, options.identity ?? DEMO_IDENTITY, this.now);
  }

  /** Plugs the till in; a till that was plugged in before is cut off. */
  connect(wire: Wire): TillLine {
    this.line?.drop();
    const line = new TillLine(wire, (body) => this.receive(line, body), this.violations);
    if (this.isOn) this.line = line;
    else line.drop();
    return line;
  }

  /** The next sale meets this; several queue up. */
  failNext(fault: Fault): void {
    this.faults.push(fault);
  }

  /** The next totals are wrong by so many sales and pesos. */
  misreportTotals(by: { readonly count: number; readonly amount: number }): void {
    this.replies.misreportTotals(by);
  }

  enterPin(): void {
    this.run?.enterPin();
  }

  /** The red key on the terminal itself. @returns false when nothing can be cancelled */
  pressCancel(): boolean {
    return this.run?.cancel() ?? false;
  }

  get isBusy(): boolean {
    return this.run !== undefined;
  }

  powerOff(): void {
    if (!this.isOn) return;
    this.isOn = false;
    this.run?.stop();
    this.run = undefined;
    this.lastAnswer = undefined;
    this.line?.drop();
    this.line = undefined;
    this.emit('power', false);
  }

  powerOn(): void {
    if (this.isOn) return;
    this.isOn = true;
    this.emit('power', true);
  }

  private receive(line: TillLine, body: Json): void {
    if (line !== this.line) return;
    const id = Number(body.Command);
    if (!this.takesDate(body.DateTime)) return line.acknowledge(false);
    if (id === 100) return this.beginSale(line, body);
    if (id === 116) return this.cancelSale(line, body);
    if (this.run) {
      const { whileBusy = 'silent' } = this.options;
      if (whileBusy === 'refuse') return line.acknowledge(false);
      if (whileBusy === 'silent' || (whileBusy === 'answer' && this.run.phase === 'host')) return;
    }
    this.commands.push(body);
    line.acknowledge(true);
    line.send(this.replies.to(body));
  }

  private beginSale(line: TillLine, body: Json): void {
    if (this.run) return this.options.whileBusy === 'refuse' ? line.acknowledge(false) : undefined;
    const amount = Number(body.Amount);
    const fault = this.faults.shift() ?? (this.options.demoAmounts ? demoFault(amount) : undefined);
    if (fault?.kind === 'deaf') return;
    if (fault?.kind === 'refuse' || !isSale(body)) return line.acknowledge(false);
    this.commands.push(body);
    if (fault?.kind === 'glued') line.hold();
    if (fault?.kind !== 'no_ack') line.acknowledge(true);
    if (fault?.kind === 'stale_answer' && this.lastAnswer) line.send(this.lastAnswer);
    const run = new SaleRun(body, fault, this.options.timing ?? INSTANT, {
      message: (code, text) => this.show(body, code, text),
      approve: () => this.approve(body, fault),
      decline: (code) => this.answer(body, { ...common(100, code), ...ticketOf(body, fault) }, fault),
    });
    this.run = run;
    run.start();
  }

  private cancelSale(line: TillLine, body: Json): void {
    this.commands.push(body);
    line.acknowledge(true);
    const { run } = this;
    const possible = run !== undefined && run.phase !== 'host';
    line.send(common(116, possible ? 0 : 1));
    if (possible) run.cancel();
  }

  private show(body: Json, code: number, text: string): void {
    this.emit('shown', text);
    if (body.SendMessage === true) this.line?.send({ MessageCode: code, MessageText: text });
  }

  private approve(body: Json, fault: Fault | undefined): void {
    if (fault?.kind === 'power_loss_before_approval') return this.powerOff();
    const amount = fault?.kind === 'wrong_amount' ? fault.amount : Number(body.Amount);
    const { cardType = 'CR', cardBrand = 'VI', last4 = '0042' } = this.options.card ?? {};
    const sale = this.memory.approve({
      ticket: String(body.TicketNumber),
      amount,
      tip: this.options.tip?.(amount) ?? 0,
      cardType,
      cardBrand,
      last4,
      realDate: stamp(this.now()),
      employeeId: Number(body.EmployeeId),
      saleType: Number(body.SaleType),
    });
    if (fault?.kind === 'power_loss_after_approval') return this.powerOff();
    const full = this.replies.sale(100, sale);
    const { Ticket: _ticket, Amount: _amount, ...without } = full;
    this.answer(body, fault?.kind === 'no_ticket' ? without : full, fault);
  }

  /** The sale is over; how much of that the till learns depends on the fault. */
  private answer(body: Json, reply: Json, fault: Fault | undefined): void {
    const { line } = this;
    this.run = undefined;
    this.emit('shown', `${String(reply.ResponseMessage)} (${String(body.TicketNumber)})`);
    const charged = reply.ResponseCode === 0;
    if (fault?.kind === 'no_answer' && charged) return;
    if (fault?.kind === 'line_loss_after_approval' && charged) {
      this.line = undefined;
      line?.drop();
      return;
    }
    this.lastAnswer = reply;
    if (fault?.kind === 'bad_signature') line?.sendDamaged(reply);
    else if (fault?.kind === 'split_bytes') line?.sendInBytes(reply);
    else line?.send(reply);
    if (fault?.kind === 'duplicate') line?.send(reply);
    line?.release();
  }

  private takesDate(value: unknown): boolean {
    const forms = this.options.dateForms ?? ALL_DATES;
    return typeof value === 'string' && forms.some((form) => DATE_FORMS[form].test(value));
  }
}

function isSale(body: Json): boolean {
  const { Amount: amount, TicketNumber: ticket, SaleType: type, EmployeeId: employee } = body;
  const whole = typeof amount === 'number' && Number.isSafeInteger(amount) && amount > 0;
  return whole && typeof ticket === 'string' && Number.isInteger(type) && Number.isInteger(employee);
}

function ticketOf(body: Json, fault: Fault | undefined): Json {
  return fault?.kind === 'no_ticket' ? {} : { Ticket: body.TicketNumber };
}
