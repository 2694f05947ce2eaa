export * from './ledger';
export * from './limits';
export * from './point-rule';
export * from './transfer';
export * from './top-up';
