export * from './quote-prices';
