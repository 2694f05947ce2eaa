import { createHash, randomBytes } from 'node:crypto';
import { type Call, HttpSimulator, type Reply, type SimulatorOptions } from './http-simulator';
import { endedPage, payPage, type Press, readPress } from './pay-page';
import {
  failed,
  type SessionRequest,
  stamp,
  type Status,
  wireAuth,
  wireReverse,
  wireSessionRequest,
} from './getnet-web-wire';

export interface GetnetWebSimulatorOptions extends SimulatorOptions {
  readonly login: string;
  readonly secretKey: string;
  /** The one address of the account; a session brings none of its own. */
  readonly notifyUrl: string;
  readonly signature?: 'sha256' | 'sha1';
  /** Rejected attempts that end a session. Getnet's default is 10; a person who clicks wants to see the end at once. */
  readonly attempts?: number;
  /** Whether the bank has settled what was paid: before that only the whole can be given back. */
  readonly settled?: boolean;
  readonly notifyTimeoutMs?: number;
}

interface Payment {
  readonly internalReference: number;
  readonly status: Status;
  refunded: number;
}

interface Session {
  readonly id: number;
  readonly token: string;
  readonly request: SessionRequest;
  expiration: string;
  status: Status;
  readonly payments: Payment[];
}

const NAME = 'Getnet Web Checkout';
const COLOUR = '#b3001e';
const SEED_TOLERANCE_MS = 5 * 60_000;
const SHORTEST_SESSION_MS = 5 * 60_000;
const DEFAULT_SESSION_MS = 30 * 60_000;
/** Printed in the provider's documentation for its test environment. */
const TEST_CARDS = [
  { number: '4111 1111 1111 1111', outcome: 'aprueba' },
  { number: '4110 7600 0000 0008', outcome: 'aprueba' },
  { number: '4110 7600 0000 0065', outcome: 'rechaza' },
  { number: '5367 6800 0000 0013', outcome: 'rechaza' },
];

/** Getnet Web Checkout as its documentation describes it; see {@link HttpSimulator} for the faults. */
export class GetnetWebSimulator extends HttpSimulator {
  settled: boolean;
  private readonly sessions = new Map<string, Session>();
  private lastId = 1000;

  constructor(private readonly options: GetnetWebSimulatorOptions) {
    super(options);
    this.settled = options.settled ?? false;
  }

  async press(externalId: string, press: Press): Promise<void> {
    const session = this.current(externalId);
    if (session?.status.status !== 'PENDING') throw new Error(`Session ${externalId} is not waiting for a guest`);
    const date = stamp(this.now());
    if (press === 'approve') {
      session.payments.push(this.payment({ status: 'APPROVED', reason: '00', message: 'Aprobada', date }));
      await this.end(session, { status: 'APPROVED', reason: '00', message: 'La petición ha sido aprobada', date });
    } else if (press === 'cancel') {
      const message = 'Pago abortado por el usuario';
      session.payments.push(this.payment({ status: 'REJECTED', reason: '?C', message, date }));
      await this.end(session, { status: 'REJECTED', reason: 'XN', message: 'La petición ha sido rechazada', date });
    } else {
      session.payments.push(this.payment({ status: 'REJECTED', reason: '05', message: 'Rechazada', date }));
      if (session.payments.length < (this.options.attempts ?? 1)) return;
      await this.end(session, { status: 'REJECTED', reason: 'XN', message: 'La petición ha sido rechazada', date });
    }
  }

  async expire(externalId: string): Promise<void> {
    const session = this.sessions.get(externalId);
    if (session?.status.status !== 'PENDING') throw new Error(`Session ${externalId} cannot run out`);
    session.expiration = stamp(this.now());
    await this.end(session, expiredAt(session));
  }

  protected isApi(path: string): boolean {
    return path.startsWith('/api/');
  }

  protected async handle(call: Call): Promise<Reply> {
    const page = /^\/session\/(\d+)\/(\w+)$/.exec(call.path);
    if (page) return this.page(call, this.current(page[1] ?? ''), page[2] ?? '');
    if (call.method !== 'POST' || !this.isApi(call.path)) return { status: 404, json: this.no('NA', 'Page not found') };
    const stranger = this.authProblem(call.json);
    if (stranger) return { status: 401, json: this.no(401, `Authentication failed ${String(stranger)}`) };
    if (call.path === '/api/session') return this.create(call.json);
    if (call.path === '/api/transaction' || call.path === '/api/reverse') return this.reverse(call.json);
    const asked = /^\/api\/session\/(\d+)(\/cancel)?$/.exec(call.path);
    const session = this.current(asked?.[1] ?? '');
    if (!session) return { status: 404, json: this.no('NA', 'Page not found') };
    return asked?.[2] ? this.cancel(session) : { status: 200, json: this.told(session) };
  }

  /** The documented reason of an authentication that fails. */
  private authProblem(json: unknown): number | null {
    const parsed = wireAuth.safeParse(json);
    if (!parsed.success) return 100;
    const { login, tranKey, nonce, seed } = parsed.data.auth;
    if (login !== this.options.login) return 101;
    if (!(Math.abs(Date.parse(seed) - this.now().getTime()) <= SEED_TOLERANCE_MS)) return 103;
    const rawNonce = Buffer.from(nonce, 'base64');
    const secret = Buffer.from(seed + this.options.secretKey);
    const expected = createHash('sha256')
      .update(Buffer.concat([rawNonce, secret]))
      .digest('base64');
    return tranKey === expected ? null : 102;
  }

  private create(json: unknown): Reply {
    const parsed = wireSessionRequest.safeParse(json);
    if (!parsed.success) return { status: 400, json: this.no('request_not_valid', parsed.error.issues[0]?.message) };
    const request = parsed.data;
    const now = this.now().getTime();
    const expiration = request.expiration ?? stamp(new Date(now + DEFAULT_SESSION_MS));
    if (Date.parse(expiration) < now + SHORTEST_SESSION_MS) {
      return { status: 400, json: this.no('request_not_valid', 'The expiration must be at least 5 minutes ahead') };
    }
    const { reference } = request.payment;
    if ([...this.sessions.values()].some((other) => other.request.payment.reference === reference)) {
      return { status: 400, json: this.no('request_not_valid', 'The reference has been used') };
    }
    this.lastId += 1;
    const status = { status: 'PENDING', reason: 'PC', message: 'La petición está pendiente', date: stamp(this.now()) };
    const token = randomBytes(16).toString('hex');
    const session: Session = { id: this.lastId, token, request, expiration, status, payments: [] };
    this.sessions.set(String(session.id), session);
    const processUrl = `${this.baseUrl}/session/${String(session.id)}/${session.token}`;
    const ok = { ...status, status: 'OK', message: 'La petición se ha procesado correctamente' };
    return { status: 200, json: { status: ok, requestId: session.id, processUrl } };
  }

  private async cancel(session: Session): Promise<Reply> {
    if (session.status.status !== 'PENDING') {
      const why = 'Sessions that are not pending cannot be cancelled';
      return { status: 400, json: this.no('action_not_allowed', why) };
    }
    const date = stamp(this.now());
    await this.end(session, { status: 'REJECTED', reason: 'MC', message: 'Cancelada por el comercio', date });
    const ok = { status: 'OK', reason: '00', message: 'La petición se ha procesado correctamente', date };
    return { status: 200, json: { status: ok, session: this.told(session) } };
  }

  private reverse(json: unknown): Reply {
    const parsed = wireReverse.safeParse(json);
    const sessions = [...this.sessions.values()];
    const paid = sessions
      .flatMap(({ request, payments }) => payments.map((payment) => ({ payment, total: request.payment.amount.total })))
      .find(({ payment }) => payment.internalReference === parsed.data?.internalReference);
    if (!parsed.success || paid?.payment.status.status !== 'APPROVED') {
      return { status: 400, json: this.no('request_not_valid', 'The transaction cannot be reversed') };
    }
    const { payment, total } = paid;
    const left = total - payment.refunded;
    if (left === 0) return { status: 400, json: this.no('request_not_valid', 'Transaction already refunded') };
    const amount = parsed.data.amount?.total ?? left;
    if (amount > left) return { status: 400, json: this.no('request_not_valid', 'The amount is more than is left') };
    if (amount < total && !this.settled) {
      return { status: 400, json: this.no('request_not_valid', 'Partial refunds need a settled transaction') };
    }
    payment.refunded += amount;
    const status = { status: 'APPROVED', reason: '00', message: 'Aprobada', date: stamp(this.now()) };
    return { status: 200, json: { status, payment: { ...this.payment(status), refunded: false } } };
  }

  private page(call: Call, session: Session | undefined, token: string): Reply {
    if (session?.token !== token) return { status: 404, html: '<!doctype html><title>404</title><p>No existe.' };
    const { payment, returnUrl, cancelUrl } = session.request;
    const { press, fault } = readPress(call.form);
    if (session.status.status === 'PENDING' && call.method === 'POST' && press) {
      if (fault) this.post.faults.push(fault);
      // The guest goes back at once; the notification takes its own time, as it does in the internet.
      void this.press(String(session.id), press);
      if (this.isOver(session))
        return { status: 303, location: press === 'cancel' ? (cancelUrl ?? returnUrl) : returnUrl };
      return { status: 303, location: call.path };
    }
    if (this.isOver(session)) return { status: 200, html: endedPage(NAME, COLOUR, session.status.message, returnUrl) };
    const html = payPage({
      provider: NAME,
      colour: COLOUR,
      action: call.path,
      amount: payment.amount.total,
      description: payment.description,
      reference: payment.reference,
      cards: TEST_CARDS,
      ...(session.payments.length > 0 && { notice: 'La tarjeta fue rechazada. Puede intentarlo de nuevo.' }),
    });
    return { status: 200, html };
  }

  private isOver(session: Session): boolean {
    return session.status.status !== 'PENDING';
  }

  /** A session whose time has passed has run out, whoever looks. */
  private current(id: string): Session | undefined {
    const session = this.sessions.get(id);
    if (session && !this.isOver(session) && Date.parse(session.expiration) <= this.now().getTime()) {
      session.status = expiredAt(session);
    }
    return session;
  }

  private async end(session: Session, status: Status): Promise<void> {
    session.status = status;
    const { reference } = session.request.payment;
    const notice = (signature: string) => ({
      url: this.options.notifyUrl,
      headers: {},
      body: { status, requestId: session.id, reference, signature },
    });
    await this.post.deliver({
      notice: notice(this.sign(session.id, status, this.options.secretKey)),
      forged: notice(this.sign(session.id, status, 'what-a-stranger-guesses')),
      timeoutMs: this.options.notifyTimeoutMs ?? 5_000,
    });
  }

  private sign(id: number, { status, date }: Status, secret: string): string {
    const algorithm = this.options.signature ?? 'sha256';
    const digest = createHash(algorithm)
      .update(`${String(id)}${status}${date}${secret}`)
      .digest('hex');
    return algorithm === 'sha256' ? `sha256:${digest}` : digest;
  }

  private told({ id, status, request, expiration, payments }: Session): unknown {
    const reference = this.misreport.reference ?? request.payment.reference;
    const total = this.misreport.amount ?? request.payment.amount.total;
    const amount = { ...request.payment.amount, total };
    return {
      requestId: this.misreport.externalId ?? id,
      status,
      request: { ...request, payment: { ...request.payment, reference, amount }, expiration },
      payment: payments.map((payment) => ({
        status: payment.status,
        internalReference: payment.internalReference,
        reference,
        paymentMethod: 'visa',
        paymentMethodName: 'Visa',
        issuerName: 'Banco de prueba',
        amount: { from: amount, to: amount, factor: 1 },
        authorization: payment.status.status === 'APPROVED' ? '012345' : '',
        receipt: String(payment.internalReference).padStart(12, '0'),
        franchise: 'PS_VS',
        refunded: payment.refunded > 0,
        processorFields: [
          { keyword: 'bin', value: '411111', displayOn: 'none' },
          { keyword: 'lastDigits', value: '1111', displayOn: 'none' },
          { keyword: 'cardType', value: 'C', displayOn: 'none' },
        ],
      })),
      subscription: null,
    };
  }

  private payment(status: Status): Payment {
    this.lastId += 1;
    return { internalReference: this.lastId, status, refunded: 0 };
  }

  private no(reason: string | number, message = 'The request is not valid'): unknown {
    return failed(reason, message, this.now());
  }
}

function expiredAt({ expiration }: Session): Status {
  return { status: 'REJECTED', reason: 'EX', message: 'La petición ha expirado', date: expiration };
}
