export * from './inventory.module';
export * from './inventory.queries';
export { INVENTORY_TABLES } from './tables';
