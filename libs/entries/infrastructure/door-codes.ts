import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Transaction } from '@libs/kernel';
import { GuestTokens } from '@libs/customers/application';
import { parseScannedCode, TicketSeal } from '@libs/tickets/application';
import { CodeReader, KnownGuests } from '../application';
import { Shown } from '../domain';

/** {@link CodeReader} by what tickets print: a QR's token, or the number beside it. */
@Injectable()
export class TicketCodeReader extends CodeReader {
  constructor(private readonly seal: TicketSeal) {
    super();
  }

  read(text: string, ticketPrefix: string): Shown | undefined {
    const code = parseScannedCode(text);
    if (code?.kind === 'token') return { by: 'token', hash: this.seal.hashOf(code.token) };
    if (code?.kind !== 'display') return undefined;
    return code.prefix === null || code.prefix === ticketPrefix ? { by: 'number', number: code.number } : undefined;
  }
}

/** {@link KnownGuests} from customers. */
@Injectable()
export class RecognisedGuests extends KnownGuests {
  constructor(private readonly tokens: GuestTokens) {
    super();
  }

  async recognised(tx: Transaction, actor: Actor, token: string): Promise<string> {
    const { customerId, isConfirmed } = await this.tokens.guest(tx, actor, token);
    if (!isConfirmed) throw new DomainError('guest.unconfirmed', 'conflict');
    return customerId;
  }
}
