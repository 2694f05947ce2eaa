export * from './sale-stock';
