export { BarQueries, type BarRow } from './bars.queries';
export * from './tickets.module';
export { TicketQueries } from './tickets.queries';
