import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DomainError, Once } from '@libs/kernel';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer, OnceKey, ownListQuery } from '@libs/platform';
import { ClaimTicket } from '@libs/tickets/application';
import { GuestTicketQueries } from '@libs/tickets/infrastructure';
import { claimBody, guestTicketsWire, guestTicketWire, toGuestTicket } from './guest-tickets.dto';

/** The tickets in a guest's account. There is no way to name anybody else's. */
@ApiTags('tickets')
@Controller('tickets')
@ForCustomer()
export class GuestTicketsController {
  constructor(
    private readonly tickets: GuestTicketQueries,
    private readonly claimTicket: ClaimTicket,
  ) {}

  @Get('my-tickets')
  @Answers({ summary: 'My tickets, newest first, with what is left on each', body: guestTicketsWire })
  async mine(
    @CallingCustomer() { customerId }: CustomerCaller,
    @Query({ schema: ownListQuery }) query: z.output<typeof ownListQuery>,
  ) {
    return (await this.tickets.list(customerId, query)).map(toGuestTicket);
  }

  @Post('claim')
  @Answers({
    summary: 'Put a paper ticket into my account, once',
    description: 'A ticket that is mine already is answered again. The paper stays good.',
    body: guestTicketWire,
    refusals: {
      404: 'ticket.unknown',
      409: 'ticket.claimed: in somebody else’s account; ticket.void',
      429: 'ticket.claims_locked (facts retry_after_s)',
    },
  })
  async claim(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Body({ schema: claimBody }) { qr }: z.output<typeof claimBody>,
  ) {
    const ticketId = await this.claimTicket.execute(caller, once, qr);
    const ticket = await this.tickets.one(caller.customerId, ticketId);
    if (!ticket) throw new DomainError('ticket.unknown', 'not_found');
    return toGuestTicket(ticket);
  }
}
