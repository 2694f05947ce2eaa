import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { z } from 'zod';
import { HandOnEntry, RefundOrder } from '@libs/entries/application';
import { OrderQueries } from '@libs/entries/infrastructure';
import { Once } from '@libs/kernel';
import {
  Answers,
  CallingCustomer,
  CustomerCaller,
  ForCustomer,
  languageOf,
  NocheRequest,
  OnceKey,
} from '@libs/platform';
import { nameParam, ordersWire, toOrderSummary } from './orders.dto';
import * as dto from './own-entries.dto';

type Name = z.output<typeof nameParam>;
/** Codes are found by trying, and mails are sent: both slowly. */
const SLOW = { default: { limit: 20, ttl: 60_000 } };

/** A guest hands entries on, takes what others offer, and gives entries back. */
@ApiTags('entries')
@Controller('entradas')
@ForCustomer()
export class OwnEntriesController {
  constructor(
    private readonly orders: OrderQueries,
    private readonly handOn: HandOnEntry,
    private readonly refundOrder: RefundOrder,
  ) {}

  @Post(':id/transfer')
  @Throttle(SLOW)
  @Answers({
    summary: 'Offer an entry to somebody, by mail or by a code',
    description: 'It stays mine, with its QR, until it is taken. A new offer ends the one before.',
    body: dto.offeredWire,
    refusals: { 404: 'entry.not_found', 409: 'entry.already_used', 503: 'mail.unavailable' },
  })
  async offer(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Param({ schema: nameParam }) { id }: Name,
    @Body({ schema: dto.offerBody }) { email }: z.output<typeof dto.offerBody>,
    @Req() req: NocheRequest,
  ) {
    const to = email === undefined ? null : { email: email.toLowerCase(), language: languageOf(req) };
    const { code, expiresAt } = await this.handOn.offer(once, caller, id, to);
    return { code, expires_at: expiresAt.toISOString() };
  }

  @Post(':id/transfer/withdraw')
  @Answers({ summary: 'Offer it no longer', refusals: { 404: 'entry.not_found, entry.no_offer' } })
  async withdraw(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Param({ schema: nameParam }) { id }: Name,
  ): Promise<void> {
    await this.handOn.withdraw(once, caller, id);
  }

  @Post('claim')
  @Throttle(SLOW)
  @Answers({
    summary: 'Take an entry that somebody offers, by its code; their QR is dead from then on',
    body: dto.takenWire,
    refusals: { 404: 'entry.code_unknown', 409: 'entry.already_used' },
  })
  async take(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Body({ schema: dto.takeBody }) { code }: z.output<typeof dto.takeBody>,
  ) {
    return { uuid: await this.handOn.take(once, caller, code) };
  }

  @Post('orders/:id/refund')
  @Answers({
    summary: 'Give the unused entries of an order back, as long as the house takes them',
    body: ordersWire.element,
    refusals: {
      404: 'entry.order_not_found',
      409: 'entry.order_not_paid, entry.refund_too_late (facts hours), entry.nothing_to_refund, wallet.limit_exceeded',
    },
  })
  async refund(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Param({ schema: nameParam }) { id }: Name,
    @Body({ schema: dto.refundBody }) { to }: z.output<typeof dto.refundBody>,
  ) {
    await this.refundOrder.byGuest(once, caller, id, { to, reason: 'asked by the guest' });
    return toOrderSummary(await this.orders.own(caller.customerId, id));
  }
}
