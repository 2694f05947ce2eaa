import { newId, Transactions } from '@libs/kernel';
import { TopUpWallet } from '@libs/wallet/application';
import { Answer, HttpClient } from './http-client';
import { Club, Refusal } from './till';

type Staff = HttpClient & { readonly sessionId: string };

export interface Identified {
  readonly customer_token: string;
  readonly customer_id: string;
  readonly first_name: string;
  readonly is_confirmed: boolean;
  readonly wallet?: { readonly balance: number; readonly points: number; readonly is_frozen: boolean };
  readonly tickets?: readonly { readonly id: string; readonly items: readonly { readonly id: string }[] }[];
}

/** A guest with an account and a phone, in a club. */
export class GuestOut {
  private constructor(
    private readonly club: Club,
    readonly id: string,
    private readonly accessToken: string,
    private readonly phone: HttpClient,
  ) {}

  static async in(club: Club): Promise<GuestOut> {
    const { id, accessToken } = await club.make.loggedInCustomer(club.venue);
    return new GuestOut(club, id, accessToken, club.app.client());
  }

  get token(): string {
    return this.accessToken;
  }

  get<T = Refusal>(path: string): Promise<Answer<T>> {
    return this.phone.get<T>(path, { headers: this.bearing() });
  }

  post<T = Refusal>(path: string, body: object, key: string = newId()): Promise<Answer<T>> {
    return this.phone.post<T>(path, body, { key, headers: this.bearing() });
  }

  async qr(): Promise<string> {
    return (await this.get<{ qr: string }>('/wallet/qr')).body.qr;
  }

  /** Shows a fresh QR, which is read there. */
  async shows(as: HttpClient = this.club.cashier): Promise<Answer<Identified & Refusal>> {
    return identify(as, await this.qr());
  }

  /** Speaks for the guest at that station. */
  async tokenAt(as: Staff = this.club.cashier): Promise<string> {
    return (await this.shows(as)).body.customer_token;
  }

  /** So many pesos come into the wallet. */
  async topUp(amount: number): Promise<void> {
    const { nest } = this.club.app;
    const occasion = {
      ...{ venueId: this.club.venue.id, nightId: null, at: new Date() },
      actor: { employeeId: null, employeeName: null, deviceId: null, ip: null },
    };
    const input = { customerId: this.id, amount, from: 'online', reference: { kind: 'intent', id: newId() } } as const;
    const topUp = nest.get(TopUpWallet, { strict: false });
    await nest.get<Transactions>(Transactions, { strict: false }).run((tx) => topUp.execute(tx, occasion, input));
  }

  /** In pesos; nothing before the first money came. */
  async balance(): Promise<number | undefined> {
    const [row] = await this.club.make.run<{ balance: number }>(
      `SELECT b.balance::int FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id
       WHERE a.customer_id = $1 AND a.asset = 'CLP'`,
      [this.id],
    );
    return row?.balance;
  }

  private bearing(): Record<string, string> {
    return { authorization: `Bearer ${this.accessToken}` };
  }
}

export function identify(as: HttpClient, qr: string): Promise<Answer<Identified & Refusal>> {
  return as.post('/customers/identify', { qr });
}
