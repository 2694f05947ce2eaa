export type {
  Charge,
  FindingKind,
  IncomingNotice,
  IntentFacts,
  IntentStatus,
  IntentOrder,
  IntentTill,
  OnlineProviderName,
  OperationKind,
  OperationOutcome,
  OrderKind,
  ProviderName,
  RefundStatus,
  ReportSource,
  TerminalAnswer,
} from '../domain';
export {
  FINDING_KINDS,
  INTENT_STATUSES,
  OPERATION_KINDS,
  ORDER_KINDS,
  OUTCOMES,
  PROVIDERS,
  REFUND_STATUSES,
  REPORT_SOURCES,
} from '../domain';
export * from './agent-keys';
export * from './cancel-payment';
export * from './follow-charges';
export * from './keep-time';
export * from './manage-agents';
export * from './offer-payment';
export * from './order-settlements';
export * from './pay-order-at-till';
export * from './ports';
export * from './receive-notice';
export * from './reconcile-terminal';
export * from './reconcile-totals';
export * from './refund-order-payment';
export * from './refund-payment';
export * from './repositories';
export * from './resolve-finding';
export * from './resolve-payment';
export * from './settle-refund';
export * from './start-order-payment';
export * from './start-payment';
export * from './work-at-terminal';
