export * from './board.queries';
export * from './guest-sales.queries';
export * from './register.queries';
export * from './sale.queries';
export * from './sales.module';
export * from './session.queries';
export { SALES_TABLES } from './tables';
