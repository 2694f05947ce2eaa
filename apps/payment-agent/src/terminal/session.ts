import { acknowledgement, open, seal, type JsonObject, type Message } from '../getnet/envelope';
import { FUNCTION } from '../getnet/commands';
import { MessageSplitter } from '../getnet/splitter';
import type { Log } from '../setup/log';
import { PacedWriter } from './paced-writer';
import { Exchange, type ExchangeOptions, type ExchangeResult } from './exchange';
import type { Transport } from './transport';

export interface SessionOptions {
  readonly lineEnd: string;
  readonly minGapMs: number;
  /** The terminal acknowledges a command within this time. */
  readonly ackMs: number;
  /** After a damaged message: how long to wait for another copy. */
  readonly damagedGraceMs: number;
}

export type Reply = Extract<Message, { kind: 'reply' }>;

const REMEMBERED_SIGNS = 50;
/** A message whose bytes stopped for so long will not be continued. */
const BROKEN_OFF_MS = 2_000;

/** The conversation with one terminal: one command in flight, everything signed is acknowledged. */
export class TerminalSession {
  private transport: Transport | undefined;
  private writer: PacedWriter | undefined;
  private splitter = new MessageSplitter();
  private exchange: Exchange | undefined;
  private acksOwed = 0;
  private lastByteAt = 0;
  private readonly signs: string[] = [];
  private strayListener: (reply: Reply) => void = () => undefined;

  /** False until the line is known to hold nothing stale: a late `Received: false` must not be taken for a new sale's. */
  private synchronised = false;
  /** An earlier sale ended without its answer, which may still come. */
  saleAnswerOwed = true;
  /** `performance.now()` of the terminal's last sign of a running sale. */
  lastSaleSignAt = performance.now();
  /** `performance.now()` of the last signed reply. */
  lastReplyAt = Number.NEGATIVE_INFINITY;
  terminalId: string | undefined;

  constructor(
    private readonly newTransport: () => Transport,
    private readonly options: SessionOptions,
    private readonly log: Log,
  ) {}

  /** Signed replies that no command waits for, a late answer of a sale above all. */
  onStray(listener: (reply: Reply) => void): void {
    this.strayListener = listener;
  }

  get isConnected(): boolean {
    return this.transport !== undefined;
  }

  /** True when nothing stale can be on the line. */
  get isClean(): boolean {
    return this.isConnected && this.synchronised && this.acksOwed === 0 && !this.splitter.isHalfway;
  }

  /** @throws Error when the terminal cannot be reached */
  async connect(): Promise<void> {
    if (this.transport) return;
    const transport = this.newTransport();
    const splitter = new MessageSplitter();
    this.splitter = splitter;
    await transport.open({
      data: (chunk) => this.receive(splitter, chunk),
      closed: (why) => this.lost(transport, why),
    });
    this.transport = transport;
    this.writer = new PacedWriter(transport, this.options.minGapMs, this.options.lineEnd);
    this.acksOwed = 0;
    this.synchronised = false;
    this.log.info('terminal.connected');
  }

  /**
   * Listens for as long as an acknowledgement may take, so that what is still coming is heard, then opens a new line and
   * has one command answered on it: afterwards whatever comes belongs to what is sent next.
   * @throws Error when the terminal cannot be reached
   */
  async resynchronise(poll: () => Promise<boolean>): Promise<boolean> {
    if (this.transport) await new Promise((resolve) => setTimeout(resolve, this.options.ackMs));
    await this.disconnect();
    await this.connect();
    if (!(await poll())) return false;
    this.synchronised = this.acksOwed === 0;
    return this.isClean;
  }

  /** Sends a command and waits for its end. Rejects only with what `onWritten` throws. */
  async execute(body: JsonObject, options: ExchangeOptions): Promise<ExchangeResult> {
    if (this.exchange) throw new Error('one command at a time');
    try {
      await this.connect();
    } catch (error) {
      return { kind: 'unreachable', why: messageOf(error) };
    }
    const { writer } = this;
    if (!writer) return { kind: 'unreachable', why: 'not connected' };
    const exchange = new Exchange(Number(body.Command), options, this.isClean, this.options);
    this.exchange = exchange;
    try {
      this.acksOwed += 1;
      const failure = await writer.write(seal(body)).then(() => undefined, messageOf);
      if (failure === undefined) exchange.written();
      else exchange.end({ kind: 'lost', why: failure });
      const result = await exchange.result;
      if (leavesSomethingOwed(result)) this.synchronised = false;
      return result;
    } finally {
      this.exchange = undefined;
    }
  }

  /** Asks the terminal to give up the running sale; the sale's own answer tells whether it did. */
  async cancelRunningSale(body: JsonObject): Promise<void> {
    const { exchange, writer } = this;
    if (!writer || exchange?.functionCode !== FUNCTION.sale || exchange.isOver()) return;
    await exchange.acknowledged;
    if (exchange.isOver()) return;
    this.acksOwed += 1;
    await writer.write(seal(body)).catch((error: unknown) => {
      this.log.warn('terminal.cancel_not_written', { why: messageOf(error) });
    });
  }

  async disconnect(): Promise<void> {
    const { transport } = this;
    this.transport = undefined;
    this.writer = undefined;
    this.splitter = new MessageSplitter();
    this.exchange?.end({ kind: 'lost', why: 'the agent closed the line' });
    await transport?.close();
  }

  /** True when these very bytes came before: a terminal that repeats itself. */
  hasSeen(sign: string): boolean {
    return this.signs.includes(sign);
  }

  private receive(splitter: MessageSplitter, chunk: Uint8Array): void {
    if (this.splitter !== splitter) return;
    if (splitter.isHalfway && performance.now() - this.lastByteAt > BROKEN_OFF_MS) splitter.reset();
    this.lastByteAt = performance.now();
    for (const text of splitter.push(chunk)) this.handle(open(text));
  }

  private handle(message: Message): void {
    if (message.kind === 'ack') {
      this.acksOwed = Math.max(0, this.acksOwed - 1);
      this.exchange?.ack(message.received);
      return;
    }
    this.answer(message.kind !== 'damaged');
    if (message.kind === 'damaged') {
      this.log.warn('terminal.damaged_message', { why: message.why });
      this.exchange?.damaged();
    } else if (message.kind === 'progress') {
      this.lastSaleSignAt = performance.now();
      this.exchange?.progress(message.code, message.text);
    } else {
      this.reply(message);
    }
  }

  private reply(reply: Reply): void {
    this.lastReplyAt = performance.now();
    if (typeof reply.body.TerminalId === 'string') this.terminalId = reply.body.TerminalId;
    const taken = this.exchange?.reply(reply) ?? false;
    if (!taken) this.strayListener(reply);
    this.signs.push(reply.sign);
    if (this.signs.length > REMEMBERED_SIGNS) this.signs.shift();
  }

  private answer(received: boolean): void {
    this.writer?.write(acknowledgement(received)).catch((error: unknown) => {
      this.log.warn('terminal.ack_not_written', { why: messageOf(error) });
    });
  }

  private lost(transport: Transport, why: string): void {
    if (this.transport !== transport) return;
    this.transport = undefined;
    this.writer = undefined;
    this.synchronised = false;
    this.log.warn('terminal.lost', { why });
    this.exchange?.end({ kind: 'lost', why });
  }
}

/** Its acknowledgement or its answer may still come, and must not be taken for the next command's. */
function leavesSomethingOwed(result: ExchangeResult): boolean {
  return result.kind !== 'answer' && !(result.kind === 'refused' && result.certain);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
