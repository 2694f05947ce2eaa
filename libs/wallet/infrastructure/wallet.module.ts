import { Module } from '@nestjs/common';
import { StaffModule } from '@libs/staff/infrastructure';
import {
  AdjustBalance,
  Approvals,
  ChangeLimits,
  EarnPoints,
  ExpirePoints,
  FreezeAccount,
  Guests,
  LedgerProof,
  PayFromWallet,
  PayOutToCards,
  PayOutWallet,
  RefundToWallet,
  RequestTopUp,
  ReverseTransfer,
  SettleTopUp,
  SpendPoints,
  TakeTopUp,
  TopUpLimits,
  TopUpPayments,
  TopUpWallet,
  UnfreezeAccount,
  VerifyWallet,
  WalletRulesBook,
} from '../application';
import { Ledger, TopUpBook } from '../domain';
import { OwnWalletQueries } from './own-wallet.queries';
import { CustomerGuests, PaymentTopUps, TopUpSettler } from './payment-desk';
import { PointsClock } from './points-clock';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';
import { SqlTopUpBook } from './sql-top-up-book';
import { SqlWalletRules } from './sql-wallet-rules';
import { StaffApprovals } from './staff-approvals';
import { WalletHolding } from './wallet-holding';
import { WalletQueries } from './wallet.queries';

const USE_CASES = [
  AdjustBalance,
  ChangeLimits,
  EarnPoints,
  ExpirePoints,
  FreezeAccount,
  PayFromWallet,
  PayOutToCards,
  PayOutWallet,
  RefundToWallet,
  RequestTopUp,
  ReverseTransfer,
  SettleTopUp,
  SpendPoints,
  TakeTopUp,
  TopUpLimits,
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
    { provide: Guests, useClass: CustomerGuests },
    { provide: TopUpBook, useClass: SqlTopUpBook },
    { provide: TopUpPayments, useClass: PaymentTopUps },
    { provide: WalletRulesBook, useClass: SqlWalletRules },
    TopUpSettler,
    WalletHolding,
    PointsClock,
    OwnWalletQueries,
    WalletQueries,
    ...USE_CASES,
  ],
  exports: [OwnWalletQueries, PointsClock, WalletQueries, WalletRulesBook, ...USE_CASES],
})
export class WalletModule {}
