export * from './nights.module';
export * from './nights.queries';
export { NIGHTS_TABLES } from './tables';
