export * from './intent-state';
export * from './online-provider';
export * from './operation';
export * from './order';
export * from './payment-intent';
export * from './finding';
export * from './refund';
export * from './terminal-totals';
