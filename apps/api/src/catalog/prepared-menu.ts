import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { MenuQueries } from '@libs/catalog/infrastructure';
import { Clock } from '@libs/kernel';
import { toMenu } from './menu.dto';

const compress = promisify(gzip);
/** Prices that change later than this are looked for again. */
const LONGEST_MS = 24 * 3_600_000;

/** A menu as it goes over the wire. */
export interface PreparedMenu {
  readonly etag: string;
  readonly json: Buffer;
  readonly gzip: Buffer;
}

interface Kept extends PreparedMenu {
  readonly changes: number;
  /** Unix ms at which its prices are no longer those of the moment. */
  readonly until: number;
}

/**
 * The menu of each house, made once and sent many times. It is made anew when the count of the house's changes is
 * another one, whichever instance changed it, and when a price window starts or ends.
 */
@Injectable()
export class PreparedMenus {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly menus: MenuQueries,
    private readonly clock: Clock,
  ) {}

  async of(venueId: string): Promise<PreparedMenu> {
    const changes = await this.menus.changes(venueId);
    const now = this.clock.now();
    const kept = this.kept.get(venueId);
    if (kept?.changes === changes && now.getTime() < kept.until) return kept;
    const made = await this.make(venueId, now);
    this.kept.set(venueId, made);
    return made;
  }

  private async make(venueId: string, at: Date): Promise<Kept> {
    const menu = await this.menus.read(venueId, at);
    const wire = toMenu(menu);
    const version = createHash('sha256').update(JSON.stringify(wire)).digest('base64url').slice(0, 22);
    const json = Buffer.from(JSON.stringify({ version, ...wire }));
    return {
      changes: menu.changes,
      until: Math.min(menu.nextChangeAt?.getTime() ?? Infinity, at.getTime() + LONGEST_MS),
      // Weak: it stands for the compressed form as well.
      etag: `W/"${version}"`,
      json,
      gzip: await compress(json),
    };
  }
}
