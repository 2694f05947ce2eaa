import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { IncomingNotice, NoticeEffect, OnlineProviderName, ReceiveNotice } from '@libs/payments/application';
import { Answers, NocheRequest, Public } from '@libs/platform';

const taken = z.object({ status: z.enum(['ok', 'refused']) }).meta({ id: 'NoticeTaken' });

/** Success tells the provider that the payment stands: anything else is answered with a no. */
const STANDS: ReadonlySet<NoticeEffect> = new Set(['committed', 'repeated', 'asked', 'noted']);

/** Messages of the providers. Anyone may send one: the signature is checked, and the provider asked back. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly receive: ReceiveNotice) {}

  @Post('getnet')
  @Public()
  @Answers({ summary: 'Getnet Web Checkout tells of a session', body: taken })
  @HttpCode(200)
  getnet(@Req() req: NocheRequest, @Res({ passthrough: true }) res: Response) {
    return this.take('getnet_web', 'notification', req, res);
  }

  @Post('klap/confirm')
  @Public()
  @Answers({ summary: 'Klap asks whether a payment stands; unanswered for ten seconds, it takes it back', body: taken })
  @HttpCode(200)
  klapConfirm(@Req() req: NocheRequest, @Res({ passthrough: true }) res: Response) {
    return this.take('klap', 'confirm', req, res);
  }

  @Post('klap/reject')
  @Public()
  @Answers({ summary: 'Klap tells of a payment that failed', body: taken })
  @HttpCode(200)
  klapReject(@Req() req: NocheRequest, @Res({ passthrough: true }) res: Response) {
    return this.take('klap', 'reject', req, res);
  }

  private async take(
    provider: OnlineProviderName,
    channel: IncomingNotice['channel'],
    req: NocheRequest,
    res: Response,
  ): Promise<z.infer<typeof taken>> {
    const rawBody = req.rawBody ?? Buffer.alloc(0);
    const effect = await this.receive.execute(provider, { channel, headers: req.headers, rawBody });
    if (STANDS.has(effect)) return { status: 'ok' };
    res.status(effect === 'forged' ? 401 : 409);
    return { status: 'refused' };
  }
}
