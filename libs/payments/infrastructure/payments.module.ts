import { Global, Module } from '@nestjs/common';
import { AgentReader } from '@libs/platform';
import { SalesModule } from '@libs/sales/infrastructure';
import { CardPayments } from '@libs/sales/application';
import {
  AgentKeys,
  AgentRepository,
  AgentSignal,
  Approvals,
  AskTerminal,
  CancelPayment,
  Findings,
  FollowCharges,
  IntentRepository,
  Journal,
  KeepTime,
  ManageAgents,
  NoticeBook,
  OfferPayment,
  OnlineProviders,
  OperationRepository,
  OrderSettlements,
  OrderTills,
  PayOrderAtTill,
  ReceiveNotice,
  ReconcileTerminal,
  ReconcileTotals,
  RefundOrderPayment,
  RefundPayment,
  RefundRepository,
  ResolveFinding,
  ResolvePayment,
  Savepoints,
  SettleRefund,
  StartOrderPayment,
  StartPayment,
  TerminalBook,
  Tills,
  WorkAtTerminal,
} from '../application';
import { AgentCache } from './agent-cache';
import { IntentCardPayments } from './card-payments';
import { ConfiguredProviders } from './configured-providers';
import { DatabaseAgentSignal } from './database-agent-signal';
import { OutboxJournal, SalesTills, StaffApprovals } from './other-contexts';
import { PaymentClock } from './payment-clock';
import { AgentQueries } from './agent.queries';
import { PaymentQueries } from './payment.queries';
import { SessionSubscriber } from './session-subscriber';
import { SqlAgentReader, RandomAgentKeys } from './sql-agent-reader';
import { SqlAgentRepository } from './sql-agent.repository';
import { SqlFindings, SqlNoticeBook, SqlTerminalBook } from './sql-findings';
import { SqlIntentRepository } from './sql-intent.repository';
import { SqlOperationRepository } from './sql-operation.repository';
import { SqlRefundRepository } from './sql-refund.repository';
import { SqlSavepoints } from './sql-savepoints';

/**
 * What others need of payments: guards know agents by it, sales take approved payments from it, orders are paid and
 * settled through it. Knows no sales module.
 */
@Global()
@Module({
  providers: [
    { provide: AgentReader, useClass: SqlAgentReader },
    { provide: CardPayments, useClass: IntentCardPayments },
    { provide: AgentKeys, useClass: RandomAgentKeys },
    { provide: AgentSignal, useClass: DatabaseAgentSignal },
    { provide: AgentRepository, useClass: SqlAgentRepository },
    { provide: Approvals, useClass: StaffApprovals },
    { provide: Findings, useClass: SqlFindings },
    { provide: IntentRepository, useClass: SqlIntentRepository },
    { provide: Journal, useClass: OutboxJournal },
    { provide: NoticeBook, useClass: SqlNoticeBook },
    { provide: OnlineProviders, useClass: ConfiguredProviders },
    { provide: OperationRepository, useClass: SqlOperationRepository },
    { provide: RefundRepository, useClass: SqlRefundRepository },
    { provide: Savepoints, useClass: SqlSavepoints },
    { provide: TerminalBook, useClass: SqlTerminalBook },
    AgentCache,
    OrderSettlements,
    OrderTills,
    OfferPayment,
    PayOrderAtTill,
    StartOrderPayment,
    RefundOrderPayment,
    SettleRefund,
    RefundPayment,
  ],
  exports: [
    AgentReader,
    CardPayments,
    AgentKeys,
    AgentSignal,
    AgentRepository,
    Approvals,
    Findings,
    IntentRepository,
    Journal,
    NoticeBook,
    OfferPayment,
    OnlineProviders,
    OperationRepository,
    RefundRepository,
    TerminalBook,
    OrderSettlements,
    OrderTills,
    PayOrderAtTill,
    StartOrderPayment,
    RefundOrderPayment,
    SettleRefund,
    RefundPayment,
  ],
})
export class PaymentDeskModule {}

const USE_CASES = [
  AskTerminal,
  CancelPayment,
  FollowCharges,
  KeepTime,
  ManageAgents,
  ReceiveNotice,
  ReconcileTerminal,
  ReconcileTotals,
  ResolveFinding,
  ResolvePayment,
  StartPayment,
  WorkAtTerminal,
];
const QUERIES = [AgentQueries, PaymentQueries];

/** Card terminals, payment pages, refunds, and what has to be looked into. */
@Module({
  imports: [SalesModule],
  providers: [{ provide: Tills, useClass: SalesTills }, SessionSubscriber, PaymentClock, ...USE_CASES, ...QUERIES],
  exports: [PaymentClock, ...USE_CASES, ...QUERIES],
})
export class PaymentsModule {}
