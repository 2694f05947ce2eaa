export * from './ingredient';
export * from './sale-stock';
export * from './stock-book';
export * from './store.repository';
