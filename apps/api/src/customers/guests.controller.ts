import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { z } from 'zod';
import { ConfirmGuest, GuestHere, ManageCards, RecogniseGuest, ShowQr } from '@libs/customers/application';
import {
  Allow,
  Answers,
  Caller,
  CallingCustomer,
  CustomerCaller,
  ForCustomer,
  idParam,
  Principal,
} from '@libs/platform';
import * as dto from './guests.dto';
import { OK, okWire } from './customers.dto';
import { StationAnswers } from './station-answers';

type Id = z.output<typeof idParam>;

/** A screen asks every minute; a guest with several screens, or an impatient one, a little more often. */
const SCREENS = { default: { limit: 60, ttl: 60_000 } };

/** One QR for everything: shown by the guest, read at every station. */
@ApiTags('customers')
@Controller()
export class GuestsController {
  constructor(
    private readonly showQr: ShowQr,
    private readonly recogniseGuest: RecogniseGuest,
    private readonly confirmGuest: ConfirmGuest,
    private readonly cards: ManageCards,
    private readonly answers: StationAnswers,
  ) {}

  @Get('wallet/qr')
  @ForCustomer()
  @Throttle(SCREENS)
  @Answers({ summary: 'A fresh QR of mine: counts for a minute, and once', body: dto.qrWire })
  async qr(@CallingCustomer() { customerId }: CustomerCaller) {
    const { qr, expiresAt } = await this.showQr.execute(customerId);
    return { qr, expires_at: expiresAt.toISOString() };
  }

  @Post('customers/identify')
  @Allow()
  @Answers({
    summary: 'Read a guest’s QR or card; what comes back depends on the station',
    description: 'Uses the QR up. What is refused is kept among the refused tickets.',
    body: dto.identifiedWire,
    refusals: {
      403: 'guest.tablet_needed',
      409: 'guest.qr_unknown, guest.qr_used, guest.qr_expired, guest.disabled',
    },
  })
  async identify(
    @Caller() caller: Principal,
    @Body({ schema: dto.identifyBody }) { qr }: z.output<typeof dto.identifyBody>,
  ) {
    return this.answer(caller, await this.recogniseGuest.execute(caller, caller.station, qr));
  }

  @Post('customers/confirm')
  @Allow()
  @Answers({
    summary: 'Another person saw that a card is the guest’s: it counts like their QR from now on',
    body: dto.identifiedWire,
    refusals: { 403: 'step_up.required, step_up.invalid', 409: 'guest.token_invalid' },
  })
  async confirm(
    @Caller() caller: Principal,
    @Body({ schema: dto.confirmBody }) body: z.output<typeof dto.confirmBody>,
  ) {
    return this.answer(caller, await this.confirmGuest.execute(caller, body.customer_token, body.step_up_token));
  }

  @Post('customers/:id/card')
  @Allow('customer.manage')
  @Answers({
    summary: 'Make a card to print for a guest; the one before counts no more',
    body: dto.cardWire,
    status: 201,
    refusals: { 404: 'customer.unknown', 409: 'guest.disabled' },
  })
  async issueCard(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    const { code, issuedAt } = await this.cards.issue(caller, id);
    return { customer_id: id, code, issued_at: issuedAt.toISOString() };
  }

  @Delete('customers/:id/card')
  @Allow('customer.manage')
  @Answers({
    summary: 'Revoke a guest’s card',
    body: okWire,
    refusals: { 404: 'customer.unknown, guest.no_card' },
  })
  async revokeCard(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    await this.cards.revoke(caller, id);
    return OK;
  }

  private async answer(caller: Principal, guest: GuestHere) {
    const parts = guest.isConfirmed ? await this.answers.of(caller, guest.customerId) : {};
    return dto.toIdentified(guest, parts);
  }
}
