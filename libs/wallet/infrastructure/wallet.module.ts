import { Module } from '@nestjs/common';
import { StaffModule } from '@libs/staff/infrastructure';
import {
  AddPointRule,
  AddTier,
  AdjustBalance,
  Approvals,
  ChangeLimits,
  ChangePointRule,
  ChangeTier,
  EarnForSale,
  EarnPoints,
  EndPointRule,
  EndTier,
  ExpirePoints,
  FreezeAccount,
  Guests,
  LedgerProof,
  PayFromWallet,
  PayOutToCards,
  PayOutWallet,
  RefundToWallet,
  RequestTopUp,
  ReturnForSale,
  ReversePayment,
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
import { Ledger, PointTerms, SalePoints, TopUpBook } from '../domain';
import { OwnerlessMoney } from './ownerless-money';
import { OwnWalletQueries } from './own-wallet.queries';
import { CustomerGuests, PaymentTopUps, TopUpSettler } from './payment-desk';
import { PointsClock } from './points-clock';
import { PointsSubscriber } from './points-subscriber';
import { PointsQueries } from './points.queries';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';
import { SqlPointTerms } from './sql-point-terms';
import { SqlSalePoints } from './sql-sale-points';
import { SqlTopUpBook } from './sql-top-up-book';
import { SqlWalletRules } from './sql-wallet-rules';
import { StaffApprovals } from './staff-approvals';
import { WalletHolding } from './wallet-holding';
import { WalletQueries } from './wallet.queries';

const USE_CASES = [
  AddPointRule,
  AddTier,
  AdjustBalance,
  ChangeLimits,
  ChangePointRule,
  ChangeTier,
  EarnForSale,
  EarnPoints,
  EndPointRule,
  EndTier,
  ExpirePoints,
  FreezeAccount,
  PayFromWallet,
  PayOutToCards,
  PayOutWallet,
  RefundToWallet,
  RequestTopUp,
  ReturnForSale,
  ReversePayment,
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
    { provide: PointTerms, useClass: SqlPointTerms },
    { provide: SalePoints, useClass: SqlSalePoints },
    { provide: TopUpBook, useClass: SqlTopUpBook },
    { provide: TopUpPayments, useClass: PaymentTopUps },
    { provide: WalletRulesBook, useClass: SqlWalletRules },
    OwnerlessMoney,
    TopUpSettler,
    WalletHolding,
    PointsClock,
    PointsQueries,
    PointsSubscriber,
    OwnWalletQueries,
    WalletQueries,
    ...USE_CASES,
  ],
  exports: [OwnWalletQueries, PointsClock, PointsQueries, WalletQueries, WalletRulesBook, ...USE_CASES],
})
export class WalletModule {}
