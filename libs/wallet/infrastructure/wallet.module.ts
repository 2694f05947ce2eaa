import { Module } from '@nestjs/common';
import { StaffModule } from '@libs/staff/infrastructure';
import {
  AddPointRule,
  AddTier,
  AdjustBalance,
  Approvals,
  ChangePointRule,
  ChangeTier,
  EarnForSale,
  EarnPoints,
  EndPointRule,
  EndTier,
  ExpirePoints,
  FreezeAccount,
  LedgerProof,
  PayFromWallet,
  PayOutWallet,
  RefundToWallet,
  ReversePayment,
  ReturnForSale,
  ReverseTransfer,
  SpendPoints,
  TopUpWallet,
  UnfreezeAccount,
  VerifyWallet,
} from '../application';
import { Ledger, PointTerms, SalePoints } from '../domain';
import { PointsSubscriber } from './points-subscriber';
import { PointsQueries } from './points.queries';
import { SqlLedgerProof } from './prove-ledger';
import { SqlLedger } from './sql-ledger';
import { SqlPointTerms } from './sql-point-terms';
import { SqlSalePoints } from './sql-sale-points';
import { StaffApprovals } from './staff-approvals';
import { WalletQueries } from './wallet.queries';

const USE_CASES = [
  AddPointRule,
  AddTier,
  AdjustBalance,
  ChangePointRule,
  ChangeTier,
  EarnForSale,
  EarnPoints,
  EndPointRule,
  EndTier,
  ExpirePoints,
  FreezeAccount,
  PayFromWallet,
  PayOutWallet,
  RefundToWallet,
  ReversePayment,
  ReturnForSale,
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
    { provide: PointTerms, useClass: SqlPointTerms },
    { provide: SalePoints, useClass: SqlSalePoints },
    PointsQueries,
    PointsSubscriber,
    WalletQueries,
    ...USE_CASES,
  ],
  exports: [PointsQueries, WalletQueries, ...USE_CASES],
})
export class WalletModule {}
