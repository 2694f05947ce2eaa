import { Injectable } from '@nestjs/common';
import { newId, Transaction } from '@libs/kernel';
import { ACCESS_SECONDS, Customer, Session, SESSION_MS, SessionBook } from '../domain';
import { AccessTokens, Chance } from './ports';

/** What a logged-in app keeps. */
export interface Tokens {
  readonly customerId: string;
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  /** When the guest has to type the password again. */
  readonly refreshExpiresAt: Date;
}

/** Opens a login, in the transaction of what led to it. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionBook,
    private readonly access: AccessTokens,
    private readonly chance: Chance,
  ) {}

  async execute(tx: Transaction, customer: Customer, at: Date): Promise<Tokens> {
    const { uuid: customerId, tokenVersion } = customer.state;
    const expiresAt = new Date(at.getTime() + SESSION_MS);
    const session = { id: newId(at.getTime()), customerId, tokenVersion, expiresAt };
    const token = this.chance.newToken();
    await this.sessions.open(tx, session, token, at);
    return this.tokens(session, token);
  }

  /** A fresh access token beside this refresh token. */
  tokens({ id: sessionId, customerId, tokenVersion, expiresAt }: Session, refreshToken: string): Tokens {
    const accessToken = this.access.issue({ customerId, sessionId, tokenVersion });
    return { customerId, accessToken, expiresIn: ACCESS_SECONDS, refreshToken, refreshExpiresAt: expiresAt };
  }
}
