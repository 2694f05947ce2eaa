import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { statementsSent } from './database/sql';

/** Figures for Prometheus. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'noche_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });

  readonly events = new Counter({
    name: 'noche_events_total',
    help: 'Domain events handed on by the relay, by type',
    labelNames: ['type'],
    registers: [this.registry],
  });

  readonly statements = new Counter({
    name: 'noche_sql_statements_total',
    help: 'Statements sent to the database, transaction commands included',
    registers: [this.registry],
    collect() {
      this.reset();
      this.inc(statementsSent());
    },
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'noche_' });
  }
}
