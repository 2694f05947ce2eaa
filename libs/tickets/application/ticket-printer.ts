/** What stands on the paper. */
export interface PrintedTicket {
  readonly venueName: string;
  readonly displayCode: string;
  /** The QR's token. */
  readonly qr: string;
  readonly isTest: boolean;
  /** 0 for the original, then 1, 2, …. */
  readonly reprint: number;
  /** Local date and time of the sale, ready to print. */
  readonly soldAt: string;
  readonly items: readonly { readonly name: string; readonly qty: number; readonly note: string | null }[];
}

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** Why nothing came out, a stable code. */
export type PrinterProblem =
  'printer.none' | 'printer.address_refused' | 'printer.unreachable' | 'printer.broke_off' | 'printer.not_repeated';

/** Paper. Never throws: a printer's trouble is no trouble of the sale. */
export abstract class TicketPrinter {
  /** @returns undefined when the printer took it all */
  abstract print(address: PrinterAddress, ticket: PrintedTicket): Promise<PrinterProblem | undefined>;
}

/** Where a register's printer stands. */
export abstract class RegisterPrinters {
  /** @returns undefined for a session of another venue; `printer: null` when the register has none */
  abstract ofSession(
    registerSessionId: string,
    venueId: string,
  ): Promise<{ readonly printer: PrinterAddress | null } | undefined>;
}
