import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import { PrinterAddress, RegisterPrinters } from '../application';

const OF_SESSION = sql(
  'tickets.printer_of_session',
  `SELECT r.printer_host AS host, r.printer_port AS port
   FROM sales.register_sessions s JOIN sales.registers r ON r.id = s.register_id
   WHERE s.id = $1 AND s.venue_id = $2`,
);

/** {@link RegisterPrinters} as an admin set them up with the registers. */
@Injectable()
export class SqlRegisterPrinters extends RegisterPrinters {
  constructor(private readonly database: Database) {
    super();
  }

  async ofSession(sessionId: string, venueId: string): Promise<{ printer: PrinterAddress | null } | undefined> {
    const rows = await this.database.rows<{ host: string | null; port: number }>(OF_SESSION, [sessionId, venueId]);
    const [row] = rows;
    return row && { printer: row.host ? { host: row.host, port: row.port } : null };
  }
}
