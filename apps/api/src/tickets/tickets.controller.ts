import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock, DomainError, Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, languageOf, NocheRequest, OnceKey, Principal } from '@libs/platform';
import { AllowTicket, DeliverTicket, PrintTicket, ScanTicket, UndoDelivery } from '@libs/tickets/application';
import { TicketQueries } from '@libs/tickets/infrastructure';
import {
  recentList,
  recentQuery,
  refusalPage,
  refusalsQuery,
  ticketDetailWire,
  ticketPage,
  ticketsQuery,
  toRecent,
  toRefusalPage,
  toTicketDetail,
  toTicketPage,
} from './ticket-lists.dto';
import {
  allowBody,
  deliverBody,
  deliveryWire,
  printBody,
  printedWire,
  scanBody,
  scanWire,
  sentence,
  ticketWire,
  toDeliverInput,
  toDelivery,
  toScan,
  toTicket,
  undoBody,
  undoneWire,
} from './tickets.dto';

const REFUSED = 'ticket.void, ticket.too_old, ticket.too_many_attempts, ticket.tampered';

/** QRs that are worth something. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: TicketQueries,
    private readonly scanTicket: ScanTicket,
    private readonly deliverTicket: DeliverTicket,
    private readonly undoDelivery: UndoDelivery,
    private readonly allowTicket: AllowTicket,
    private readonly printTicket: PrintTicket,
  ) {}

  @Post('scan')
  @Allow('ticket.scan')
  @Answers({
    summary: 'What a ticket is worth now',
    description: 'Hands nothing over. Every scan is logged.',
    body: scanWire,
  })
  async scan(
    @Caller() caller: Principal,
    @Body({ schema: scanBody }) { qr }: z.output<typeof scanBody>,
    @Req() req: NocheRequest,
  ) {
    return toScan(await this.scanTicket.execute(caller, qr), languageOf(req));
  }

  @Post(':id/deliver')
  @Allow('ticket.deliver')
  @Answers({
    summary: 'Hand over what is left, all that is asked for or nothing',
    body: deliveryWire,
    refusals: { 403: 'bar.not_yours', 404: 'ticket.unknown', 409: `ticket.already_delivered, ${REFUSED}` },
  })
  async deliver(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: deliverBody }) body: z.output<typeof deliverBody>,
  ) {
    return toDelivery(await this.deliverTicket.execute(caller, once, toDeliverInput(id, body)));
  }

  @Post(':id/undo')
  @Allow('ticket.deliver')
  @Answers({
    summary: 'Take a delivery back within 30 seconds, at the same bar',
    body: undoneWire,
    refusals: { 409: 'ticket.undo_too_late, ticket.undo_other_bar, ticket.already_undone, ticket.void' },
  })
  async undo(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: undoBody }) body: z.output<typeof undoBody>,
  ) {
    const { ticket } = await this.undoDelivery.execute(caller, once, { ticketId: id, pressId: body.press_id });
    return { ticket: toTicket(ticket) };
  }

  @Post(':id/allow')
  @Allow('ticket.allow')
  @Answers({
    summary: 'Let a ticket pass for 15 minutes that is too old or was refused too often',
    body: ticketWire,
    refusals: { 409: 'ticket.nothing_to_allow, ticket.void, ticket.tampered' },
  })
  async allow(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: allowBody }) { reason }: z.output<typeof allowBody>,
  ) {
    return toTicket(await this.allowTicket.execute(caller, once, { ticketId: id, reason }));
  }

  @Post(':id/print')
  @Allow('ticket.print')
  @Answers({
    summary: 'Print a ticket or count a print of the screen',
    description: 'A printer that does not answer is told in `problem`; it is no error.',
    body: printedWire,
    refusals: { 404: 'ticket.unknown, ticket.register_unknown', 409: 'ticket.void' },
  })
  async print(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: printBody }) { target, register_session_id }: z.output<typeof printBody>,
    @Req() req: NocheRequest,
  ) {
    const input = { ticketId: id.toLowerCase(), target, registerSessionId: register_session_id };
    const { qr, displayCode, printCount, isReprint, printed, problem } = await this.printTicket.execute(
      caller,
      once,
      input,
    );
    return {
      ...{ qr, display_code: displayCode, print_count: printCount, is_reprint: isReprint, printed },
      problem: problem && sentence(problem, languageOf(req)),
    };
  }

  @Get('recent')
  @Allow()
  @Answers({ summary: 'The newest 30 deliveries of a bar', body: recentList })
  async recent(@Caller() caller: Principal, @Query({ schema: recentQuery }) query: z.output<typeof recentQuery>) {
    return { items: (await this.tickets.recent(caller.venueId, query.bar_id)).map(toRecent) };
  }

  @Get('refusals')
  @Allow('ticket.allow')
  @Answers({ summary: 'Refused attempts, newest first', body: refusalPage })
  async refusals(
    @Caller() caller: Principal,
    @Query({ schema: refusalsQuery }) { night_id, limit, cursor }: z.output<typeof refusalsQuery>,
    @Req() req: NocheRequest,
  ) {
    const filter = { nightId: night_id, limit, cursor, now: this.clock.now() };
    return toRefusalPage(await this.tickets.refusals(caller.venueId, filter), languageOf(req));
  }

  @Get()
  @Allow('ticket.read')
  @Answers({ summary: 'Tickets, newest first', body: ticketPage })
  async list(
    @Caller() caller: Principal,
    @Query({ schema: ticketsQuery }) { night_id, status, q, limit, cursor }: z.output<typeof ticketsQuery>,
  ) {
    return toTicketPage(await this.tickets.list(caller.venueId, { nightId: night_id, status, q, limit, cursor }));
  }

  @Get(':id')
  @Allow('ticket.read')
  @Answers({ summary: 'A ticket with everything that happened to it', body: ticketDetailWire })
  async read(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    const ticket = await this.tickets.detail(caller.venueId, id);
    if (!ticket) throw new DomainError('ticket.unknown', 'not_found');
    return toTicketDetail(ticket);
  }
}
