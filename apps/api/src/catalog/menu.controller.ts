import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Request, Response } from 'express';
import { Allow, Answers, Caller, Principal } from '@libs/platform';
import { menuWire } from './menu.dto';
import { PreparedMenus } from './prepared-menu';

/** What the tills sell from. */
@ApiTags('catalog')
@Controller('catalog')
export class MenuController {
  constructor(private readonly menus: PreparedMenus) {}

  @Get()
  @Allow()
  @Answers({
    summary: 'The menu of the moment: active products with their prices',
    description: 'Send the ETag back as If-None-Match: 304 without a body while nothing has changed.',
    body: menuWire,
  })
  @ApiResponse({ status: 304, description: 'Nothing has changed since that ETag' })
  @ApiHeader({ name: 'If-None-Match', required: false, schema: { type: 'string' } })
  async read(
    @Caller() caller: Principal,
    @Headers('if-none-match') known: string | undefined,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const menu = await this.menus.of(caller.venueId);
    // Kept by the browser, never used without asking: the session may be another one.
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('Vary', 'Cookie, X-App, Accept-Encoding');
    res.setHeader('ETag', menu.etag);
    if (isKnown(known, menu.etag)) {
      res.status(304).end();
      return;
    }
    const zipped = req.acceptsEncodings('gzip') === 'gzip';
    if (zipped) res.setHeader('Content-Encoding', 'gzip');
    res.type('application/json').end(zipped ? menu.gzip : menu.json);
  }
}

/** Weak comparison (RFC 9110, 13.1.2). */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
