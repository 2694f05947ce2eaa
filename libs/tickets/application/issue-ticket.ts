import { Injectable } from '@nestjs/common';
import { newId, Transaction } from '@libs/kernel';
import { displayCode, TicketOrigin, TicketType } from '../domain';
import { TicketRepository } from './ticket-repository';
import { TicketSeal } from './ticket-seal';

export interface IssueTicketInput {
  readonly id?: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly ticketType: TicketType;
  readonly origin: TicketOrigin;
  /** Null for guests who told nobody who they are. */
  readonly customerId: string | null;
  /** The venue's letters in front of the number. */
  readonly ticketPrefix: string;
  readonly isTest: boolean;
  readonly at: Date;
  /** What a bar hands over; none on a ticket that lets somebody in. */
  readonly items: readonly {
    readonly productId: string;
    readonly productName: string;
    readonly qty: number;
    readonly note: string | null;
  }[];
}

export interface IssuedTicket {
  readonly id: string;
  readonly displayCode: string;
  /** The token of the QR. It is a bearer's right to the drinks: never log it. */
  readonly qr: string;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly qty: number;
    readonly note: string | null;
  }[];
}

/**
 * Makes the ticket of a sale, a redemption or an entry, in its transaction. One statement, sent before the first wait:
 * it may travel together with the statements of its origin, behind the origin's own row.
 */
@Injectable()
export class IssueTicket {
  constructor(
    private readonly seal: TicketSeal,
    private readonly tickets: TicketRepository,
  ) {}

  async execute(tx: Transaction, input: IssueTicketInput): Promise<IssuedTicket> {
    const { venueId, nightId, ticketType, origin, customerId, isTest, at } = input;
    const id = input.id ?? newId(at.getTime());
    const items = input.items.map(({ productId, productName, qty, note }) => {
      return { id: newId(at.getTime()), productId, name: productName, qty, note };
    });
    const promise = { id, venueId, nightId, ticketType, origin, items };
    const qr = this.seal.tokenOf(id);
    const number = await this.tickets.add(tx, {
      ...promise,
      qrHash: this.seal.hashOf(qr),
      seal: this.seal.sealOf(promise),
      customerId,
      isTest,
      createdAt: at,
    });
    return {
      id,
      displayCode: displayCode(input.ticketPrefix, number),
      qr,
      items: items.map((item) => ({ id: item.id, name: item.name, qty: item.qty, note: item.note })),
    };
  }
}
