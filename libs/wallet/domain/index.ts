export * from './ledger';
export * from './limits';
export * from './point-rule';
export * from './point-terms';
export * from './sale-points';
export * from './tier';
export * from './transfer';
export * from './top-up';
