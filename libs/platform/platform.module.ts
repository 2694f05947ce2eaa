import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { EntitySchema } from 'typeorm';
import { Clock, Transactions } from '@libs/kernel';
import { SystemClock } from './clock';
import { AppConfig } from './config';
import { Database } from './database/database';
import { DatabaseListener } from './database/database-listener';
import { SqlTransactions } from './database/transactions';
import { EventSubscribers } from './events/event-subscribers';
import { OutboxRelay } from './events/outbox-relay';
import { OutboxSignal } from './events/outbox-signal';
import { HealthController } from './http/health.controller';
import { NocheRequest } from './http/request';
import { RequestLimitGuard } from './http/request-limit.guard';
import { ProblemFilter } from './http/problem.filter';
import { validationPipe } from './http/validation.pipe';
import { Log } from './logging';
import { Metrics } from './metrics';
import { Realtime } from './realtime/realtime';
import { AccessGuard } from './security/access.guard';
import { SlowHash } from './security/slow-hash';

const MINUTE_MS = 60_000;

/**
 * What every context stands on. Needs a SessionReader and an AppReader from the staff context, an AgentReader from
 * payments and a CustomerReader from customers.
 */
@Module({})
export class PlatformModule {
  static with(config: AppConfig, log: Log, entities: EntitySchema[], clock: Clock = new SystemClock()): DynamicModule {
    const onPoolError = (error: Error): void => log.warn({ err: error }, 'a database connection was lost');
    return {
      module: PlatformModule,
      global: true,
      imports: [
        // Who has a session of staff was let in by PIN or password; the limit is for everybody else: customers each by
        // themselves, others by address.
        ThrottlerModule.forRoot({
          throttlers: [{ ttl: MINUTE_MS, limit: config.rateLimitPerMinute }],
          skipIf: (context) => {
            const { principal, agent } = context.switchToHttp().getRequest<NocheRequest>();
            return principal !== undefined || agent !== undefined;
          },
        }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Log, useValue: log },
        { provide: Database, useFactory: () => Database.connect(config, entities, onPoolError) },
        { provide: Clock, useValue: clock },
        { provide: Transactions, useClass: SqlTransactions },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RequestLimitGuard },
        { provide: APP_PIPE, useValue: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        DatabaseListener,
        OutboxSignal,
        EventSubscribers,
        OutboxRelay,
        Realtime,
        Metrics,
        SlowHash,
      ],
      exports: [
        AppConfig,
        Log,
        Database,
        DatabaseListener,
        Clock,
        Transactions,
        EventSubscribers,
        OutboxRelay,
        Realtime,
        Metrics,
        SlowHash,
      ],
    };
  }
}
