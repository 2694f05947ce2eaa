export * from './accept-count';
export type {
  AskedLine,
  AskedPayment,
  CardProvider,
  CashMovementKind,
  Denominations,
  HeldPrices,
  PaymentMethod,
  RegisterSettings,
  RegisterType,
  SessionStatus,
} from '../domain';
export { CARD_PROVIDERS, CASH_MOVEMENT_KINDS, PAYMENT_METHODS, REGISTER_TYPES, SESSION_STATUSES } from '../domain';
export * from './cancel-sale';
export * from './change-payments';
export * from './check-draft';
export * from './close-session';
export * from './count-cash';
export * from './grant-courtesy';
export * from './hand-over';
export * from './manage-registers';
export * from './move-cash';
export * from './open-session';
export * from './place-sale';
export * from './ports';
export * from './quote-sale';
export * from './resume-session';
export * from './sale-guests';
export * from './sale-view';
export * from './serve-order';
export * from './session-view';
