import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

export interface StoredSale {
  readonly operationId: number;
  readonly ticket: string;
  /** What was charged; whole pesos. */
  readonly amount: number;
  readonly tip: number;
  readonly authorizationCode: string;
  readonly cardType: 'CR' | 'DB';
  readonly cardBrand: string;
  readonly last4: string;
  /** `YYYY-MM-DD HH:MM:SS`. */
  readonly realDate: string;
  readonly employeeId: number;
  readonly saleType: number;
  refunded: boolean;
  returned: number;
}

interface Stored {
  nextOperationId: number;
  batch: StoredSale[];
  last: StoredSale | null;
  closes: number;
}

/** The terminal's non-volatile memory: the sales since the last close. With a file it survives the process too. */
export class SaleMemory {
  private readonly stored: Stored;
  /** Every sale ever approved, closes or not: what really happened, for tests. */
  readonly charges: StoredSale[] = [];

  constructor(private readonly file?: string) {
    this.stored =
      file !== undefined && existsSync(file) ? read(file) : { nextOperationId: 1, batch: [], last: null, closes: 0 };
  }

  get batch(): readonly StoredSale[] {
    return this.stored.batch;
  }

  get last(): StoredSale | null {
    return this.stored.last;
  }

  /** The moment of the charge: afterwards the money is gone whatever the till learns. */
  approve(sale: Omit<StoredSale, 'operationId' | 'authorizationCode' | 'refunded' | 'returned'>): StoredSale {
    const operationId = this.stored.nextOperationId;
    const authorizationCode = String(100_000 + ((operationId * 7_919) % 900_000)).padStart(6, '0');
    const stored = { ...sale, operationId, authorizationCode, refunded: false, returned: 0 };
    this.stored.nextOperationId += 1;
    this.stored.batch.push(stored);
    this.stored.last = stored;
    this.charges.push(stored);
    this.save();
    return stored;
  }

  find(operationId: number): StoredSale | undefined {
    return this.stored.batch.find((sale) => sale.operationId === operationId);
  }

  findByAuthorization(code: string): StoredSale | undefined {
    return this.stored.batch.find(({ authorizationCode }) => authorizationCode === code);
  }

  refund(sale: StoredSale): void {
    sale.refunded = true;
    this.save();
  }

  giveBack(sale: StoredSale, amount: number): void {
    sale.returned += amount;
    this.save();
  }

  /** The last voucher stays readable after a close. */
  close(): void {
    this.stored.batch = [];
    this.stored.closes += 1;
    this.save();
  }

  private save(): void {
    const { file } = this;
    if (file === undefined) return;
    const handle = openSync(`${file}.next`, 'w');
    try {
      writeSync(handle, JSON.stringify(this.stored));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${file}.next`, file);
  }
}

function read(file: string): Stored {
  return JSON.parse(readFileSync(file, 'utf8')) as Stored;
}
