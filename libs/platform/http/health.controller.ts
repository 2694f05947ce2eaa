import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Response } from 'express';
import { DomainError } from '@libs/kernel';
import { AppConfig } from '../config';
import { Database } from '../database/database';
import { sql } from '../database/sql';
import { Metrics } from '../metrics';
import { Public } from '../security/decorators';
import { sameBytes } from '../security/crypto';

const PING = sql('platform.ping', 'SELECT 1 AS up');

/** For load balancers, supervisors of processes, and Prometheus. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly config: AppConfig,
  ) {}

  /** The process answers. Also the heartbeat of the screens. */
  @Get('health/live')
  @Public()
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** It can serve: the database answers. 503 otherwise. */
  @Get('health/ready')
  @Public()
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<{ status: string }> {
    await this.database.rows(PING);
    return { status: 'ok' };
  }

  /** Figures in Prometheus' text format; with METRICS_TOKEN set, only for its bearer. */
  @Get('metrics')
  @Public()
  async figures(@Headers('authorization') authorization: string | undefined, @Res() res: Response): Promise<void> {
    const { metricsToken } = this.config;
    const allowed =
      metricsToken === undefined
        ? !this.config.production
        : sameBytes(Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${metricsToken}`));
    if (!allowed) throw new DomainError('auth.forbidden', 'forbidden');
    res.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
