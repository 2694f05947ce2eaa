export { BarQueries, type BarRow } from './bars.queries';
export { type GuestTicket, GuestTicketQueries } from './guest-tickets.queries';
export * from './tickets.module';
export {
  type RecentPressRow,
  type RefusalRow,
  type TicketDetailRow,
  type TicketListRow,
  type TicketLogRow,
  TicketQueries,
} from './tickets.queries';
