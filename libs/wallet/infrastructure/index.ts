export { findBrokenWallets } from './prove-ledger';
export * from './wallet.module';
export { type HouseAccountRow, type WalletAccountRow, type WalletEntryRow, WalletQueries } from './wallet.queries';
