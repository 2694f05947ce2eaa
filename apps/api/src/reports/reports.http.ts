import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { SalesModule } from '@libs/sales/infrastructure';
import { ReportsController } from './reports.controller';

/** Reports over HTTP. */
@Module({ imports: [NightsModule, SalesModule], controllers: [ReportsController] })
export class ReportsHttpModule {}
