export { ASSETS, TRANSFER_KINDS } from '../domain';
export type {
  Asset,
  KeptRule,
  KeptTier,
  Limits,
  Occasion,
  PaidLine,
  Posted,
  Reference,
  TopUpMeans,
  TopUpStatus,
  TransferKind,
} from '../domain';
export * from './adjust-balance';
export * from './change-limits';
export * from './earn-for-sale';
export * from './earn-points';
export * from './expire-points';
export * from './freeze-account';
export * from './manage-point-rules';
export * from './manage-tiers';
export * from './pay-from-wallet';
export * from './pay-out-to-cards';
export * from './pay-out-wallet';
export * from './ports';
export * from './refund-to-wallet';
export * from './request-top-up';
export * from './return-for-sale';
export * from './reverse-payment';
export * from './reverse-transfer';
export * from './settle-top-up';
export * from './spend-points';
export * from './take-top-up';
export * from './top-up-limits';
export * from './top-up-wallet';
export * from './unfreeze-account';
export * from './verify-wallet';
