export * from './customer-queries';
export * from './customers.module';
