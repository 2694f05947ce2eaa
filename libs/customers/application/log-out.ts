import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { SessionBook } from '../domain';

/** Ends a login: its refresh and its access tokens count no more. */
@Injectable()
export class LogOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionBook,
    private readonly clock: Clock,
  ) {}

  async execute(refreshToken: string): Promise<void> {
    await this.transactions.run((tx) => this.sessions.end(tx, refreshToken, this.clock.now()));
  }
}
