export { PointsQueries, type PointsStanding } from './points.queries';
export { type OwnBalance, type OwnTransfer, OwnWalletQueries, type TopUpView } from './own-wallet.queries';
export { PointsClock } from './points-clock';
export { findBrokenWallets } from './prove-ledger';
export * from './wallet.module';
export { type WalletAccountRow, type WalletEntryRow, WalletQueries } from './wallet.queries';
