import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { actorRef } from '@libs/kernel';
import { ManageAgents } from '@libs/payments/application';
import { AgentQueries } from '@libs/payments/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import * as dto from './agents.dto';

type Id = z.infer<typeof idParam>;
const NOT_FOUND = { 404: 'No such agent' };

/** The programs beside the card terminals, as admins see them. */
@ApiTags('payments')
@Controller('payment-agents')
export class PaymentAgentsController {
  constructor(
    private readonly queries: AgentQueries,
    private readonly manage: ManageAgents,
  ) {}

  @Get()
  @Allow('agent.manage', 'payment.read')
  @Answers({ summary: 'All agents, how they and their terminals are', body: dto.agents })
  async list(@Caller() caller: Principal) {
    return { items: (await this.queries.agents(caller.venueId)).map(dto.toAgent) };
  }

  @Post()
  @Allow('agent.manage')
  @Answers({
    summary: 'Announces an agent; its code enrols it once, within 15 minutes',
    body: dto.agentCode,
    status: 201,
    refusals: { 404: 'No such register', 409: 'The register has an agent already' },
  })
  async add(@Caller() caller: Principal, @Body({ schema: dto.newAgent }) body: z.infer<typeof dto.newAgent>) {
    const by = { venueId: caller.venueId, ...actorRef(caller) };
    const { expiresAt, ...code } = await this.manage.add(by, body.register_id, body.name);
    return { ...code, expires_at: expiresAt };
  }

  @Post(':id/code')
  @Allow('agent.manage')
  @Answers({ summary: 'A new code, for a program that lost its key', body: dto.agentCode, refusals: NOT_FOUND })
  async renew(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    const { expiresAt, ...code } = await this.manage.renewCode(caller, id);
    return { ...code, expires_at: expiresAt };
  }

  @Delete(':id')
  @Allow('agent.manage')
  @Answers({ summary: 'Revokes its key, at once', refusals: NOT_FOUND })
  revoke(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id): Promise<void> {
    return this.manage.revoke(caller, id);
  }

  @Get(':id/operations')
  @Allow('agent.manage', 'payment.read')
  @Answers({ summary: 'What it did last, newest first', body: dto.operations })
  async operations(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return { items: (await this.queries.operations(caller.venueId, id)).map(dto.toOperationView) };
  }

  @Post(':id/operations')
  @Allow('agent.manage')
  @Answers({
    summary: 'Orders something from its terminal that is no sale: a test, totals, the close of the day, a reprint',
    body: dto.operationView,
    status: 201,
    refusals: NOT_FOUND,
  })
  async order(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.order }) body: z.infer<typeof dto.order>,
  ) {
    const ask = { kind: body.kind, operationNumber: body.operation_number };
    const operationId = await this.manage.order(caller, id, ask);
    return dto.toOperationView(await this.queries.operation(caller.venueId, operationId));
  }
}
