import { Injectable } from '@nestjs/common';
import { BrokenWalletRow, LedgerProof } from './ports';

export interface WalletVerdict {
  readonly ok: boolean;
  readonly broken: readonly BrokenWalletRow[];
}

/** Proves a venue's ledger: transfers, balances, chains and points. */
@Injectable()
export class VerifyWallet {
  constructor(private readonly proof: LedgerProof) {}

  async execute(venueId: string): Promise<WalletVerdict> {
    const broken = await this.proof.broken(venueId);
    return { ok: broken.length === 0, broken };
  }
}
