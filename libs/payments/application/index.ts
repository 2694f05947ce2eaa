export type {
  Charge,
  FindingKind,
  IncomingNotice,
  IntentFacts,
  IntentStatus,
  OnlineProviderName,
  OperationKind,
  OperationOutcome,
  ProviderName,
  RefundStatus,
  ReportSource,
  TerminalAnswer,
} from '../domain';
export {
  FINDING_KINDS,
  INTENT_STATUSES,
  OPERATION_KINDS,
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
export * from './ports';
export * from './receive-notice';
export * from './reconcile-terminal';
export * from './reconcile-totals';
export * from './refund-payment';
export * from './repositories';
export * from './resolve-finding';
export * from './resolve-payment';
export * from './settle-refund';
export * from './start-payment';
export * from './work-at-terminal';
