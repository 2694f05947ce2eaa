import { Module } from '@nestjs/common';
import { StaffModule } from '@libs/staff/infrastructure';
import {
  AdjustBalance,
  Approvals,
  EarnPoints,
  ExpirePoints,
  FreezeAccount,
  LedgerProof,
  PayFromWallet,
  PayOutWallet,
  RefundToWallet,
  ReversePayment,
  ReverseTransfer,
  SpendPoints,
  TopUpWallet,
  UnfreezeAccount,
  VerifyWallet,
} from '../application';
import { Ledger } from '../domain';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';
import { StaffApprovals } from './staff-approvals';
import { WalletQueries } from './wallet.queries';

const USE_CASES = [
  AdjustBalance,
  EarnPoints,
  ExpirePoints,
  FreezeAccount,
  PayFromWallet,
  PayOutWallet,
  RefundToWallet,
  ReversePayment,
  ReverseTransfer,
  SpendPoints,
  TopUpWallet,
  UnfreezeAccount,
  VerifyWallet,
];

/** Customers' pesos and points, and what others may do with them. */
@Module({
  imports: [StaffModule],
  providers: [
    { provide: Approvals, useClass: StaffApprovals },
    { provide: Ledger, useClass: SqlLedger },
    { provide: LedgerProof, useClass: SqlLedgerProof },
    WalletQueries,
    ...USE_CASES,
  ],
  exports: [WalletQueries, ...USE_CASES],
})
export class WalletModule {}
