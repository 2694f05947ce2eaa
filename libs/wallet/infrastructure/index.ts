export { PointsQueries, type PointsStanding } from './points.queries';
export { findBrokenWallets } from './prove-ledger';
export * from './wallet.module';
export { type WalletAccountRow, type WalletEntryRow, WalletQueries } from './wallet.queries';
