import type { JsonObject } from './envelope';

/** The commands this agent uses; a reply carries the same number as `FunctionCode`. */
export const FUNCTION = {
  sale: 100,
  lastVoucher: 101,
  refund: 102,
  close: 103,
  totals: 104,
  details: 105,
  poll: 106,
  giveBack: 108,
  reprint: 109,
  cancelSale: 116,
} as const;

/** How long the terminal's documentation lets each command take, in seconds. */
const SECONDS: Readonly<Record<number, number>> = {
  [FUNCTION.sale]: 120,
  [FUNCTION.poll]: 10,
  [FUNCTION.cancelSale]: 10,
};
const OTHER_SECONDS = 60;

export function secondsAllowed(functionCode: number): number {
  return SECONDS[functionCode] ?? OTHER_SECONDS;
}

/** Firmwares disagree about the form of a date; a wrong one is refused with `Received: false`. */
export const DATE_FORMATS = ['iso_local', 'iso_utc', 'dd-mm-yyyy'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** Milliseconds are shown in the ISO forms only. `iso_local` is the local time without a zone, as Java's LocalDateTime. */
export function formatDate(at: Date, format: DateFormat): string {
  if (format === 'iso_utc') return at.toISOString();
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(at.getFullYear()).padStart(4, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  const month = two(at.getMonth() + 1);
  if (format === 'dd-mm-yyyy') return `${two(at.getDate())}-${month}-${year} ${time}`;
  return `${year}-${month}-${two(at.getDate())}T${time}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}

export interface SaleRequest {
  readonly amount: number;
  readonly ticketNumber: string;
  readonly printOnPos: boolean;
  readonly saleType: number;
  readonly employeeNumber: number;
}

/** Builds the terminal's requests, fields in the documented order. */
export class Commands {
  constructor(
    private readonly format: DateFormat,
    private readonly now: () => Date,
  ) {}

  sale(request: SaleRequest): JsonObject {
    return {
      Command: FUNCTION.sale,
      Amount: request.amount,
      TicketNumber: request.ticketNumber,
      PrintOnPos: request.printOnPos,
      SaleType: request.saleType,
      SendMessage: true,
      EmployeeId: request.employeeNumber,
      DateTime: this.date(),
    };
  }

  /** LastVoucher, Close, Totals and Details have the same two fields. */
  report(functionCode: number, printOnPos: boolean): JsonObject {
    return { Command: functionCode, PrintOnPos: printOnPos, DateTime: this.date() };
  }

  /** Refund and reprint name a sale by the terminal's own number. */
  onOperation(functionCode: number, operationNumber: number, printOnPos: boolean): JsonObject {
    return { Command: functionCode, OperationId: operationNumber, PrintOnPos: printOnPos, DateTime: this.date() };
  }

  giveBack(authorizationCode: string, amount: number, printOnPos: boolean): JsonObject {
    return {
      Command: FUNCTION.giveBack,
      AuthorizationCode: authorizationCode,
      Amount: amount,
      PrintOnPos: printOnPos,
      DateTime: this.date(),
    };
  }

  poll(): JsonObject {
    return { Command: FUNCTION.poll, DateTime: this.date() };
  }

  cancelSale(): JsonObject {
    return { Command: FUNCTION.cancelSale, DateTime: this.date() };
  }

  private date(): string {
    return formatDate(this.now(), this.format);
  }
}
