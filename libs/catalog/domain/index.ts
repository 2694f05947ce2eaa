export * from './price';
export * from './price-book';
export * from './price-window';
export * from './wall-clock';
