export * from './door.queries';
export * from './entries.module';
export * from './entry-type.queries';
export * from './event.queries';
export * from './order-clock';
export * from './order.queries';
export * from './till-entries';
export * from './guest-list.queries';
