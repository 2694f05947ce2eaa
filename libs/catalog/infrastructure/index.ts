export * from './catalog.module';
export * from './catalog.queries';
export * from './menu.queries';
export { CATALOG_TABLES } from './tables';
