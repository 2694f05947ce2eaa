import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, OnceKey, Principal } from '@libs/platform';
import {
  AcceptCount,
  CloseSession,
  CountCash,
  HandOver,
  MoveCash,
  OpenSession,
  ResumeSession,
} from '@libs/sales/application';
import { SessionQueries } from '@libs/sales/infrastructure';
import * as dto from './register-sessions.dto';

type Id = z.infer<typeof idParam>;

@ApiTags('sales')
@Controller()
export class RegisterSessionsController {
  constructor(
    private readonly queries: SessionQueries,
    private readonly openSession: OpenSession,
    private readonly moveCash: MoveCash,
    private readonly handOverSession: HandOver,
    private readonly countCash: CountCash,
    private readonly acceptCount: AcceptCount,
    private readonly resumeSession: ResumeSession,
    private readonly closeSession: CloseSession,
  ) {}

  @Post('registers/:id/sessions')
  @Allow('register.operate')
  @Answers({
    summary: 'Opens a till with a counted float',
    body: dto.registerSession,
    status: 201,
    refusals: {
      404: 'No such till',
      409: 'It is open already, no night is open, or the float differs from the suggested one',
    },
  })
  async open(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.opening }) body: z.infer<typeof dto.opening>,
  ) {
    const { denominations, reason, step_up_token: stepUpToken } = body;
    return dto.toSession(
      await this.openSession.execute(once, caller, { registerId: id, denominations, reason, stepUpToken }),
    );
  }

  @Get('register-sessions/mine')
  @Allow()
  @Answers({ summary: "Tells the caller's own session that is not closed", body: dto.mySession })
  async mine(@Caller() caller: Principal) {
    const session = await this.queries.mine(caller);
    return { session: session && dto.toSession(session) };
  }

  @Get('register-sessions')
  @Allow('report.read')
  @Answers({ summary: 'Lists sessions, newest first', body: dto.sessionPage })
  async list(
    @Caller() caller: Principal,
    @Query({ schema: dto.sessionsQuery }) query: z.infer<typeof dto.sessionsQuery>,
  ) {
    const page = await this.queries.list(caller, { nightId: query.night_id, status: query.status }, query);
    return { items: page.items.map(dto.toSession), next_cursor: page.nextCursor };
  }

  @Get('register-sessions/:id')
  @Allow()
  @Answers({
    summary: 'Shows a session: the own one, or any with report.read',
    body: dto.registerSession,
    refusals: { 404: 'No such session' },
  })
  async one(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return dto.toSession(await this.queries.one(caller, id));
  }

  @Get('register-sessions/:id/cash-movements')
  @Allow()
  @Answers({
    summary: 'Lists the cash that went in and out, oldest first',
    body: dto.cashMovements,
    refusals: { 404: 'No such session' },
  })
  async movements(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return { items: (await this.queries.movements(caller, id)).map(dto.toMovement) };
  }

  @Post('register-sessions/:id/cash-movements')
  @Allow('cash.move')
  @Answers({
    summary: 'Puts cash in, takes it out, or drops it to the safe',
    body: dto.cashMovement,
    status: 201,
    refusals: { 404: 'No such session', 409: 'The session is not open' },
  })
  async move(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.newMovement }) body: z.infer<typeof dto.newMovement>,
  ) {
    const { kind, amount, reason, step_up_token: stepUpToken } = body;
    return dto.toMovement(
      await this.moveCash.execute(once, caller, { sessionId: id, kind, amount, reason, stepUpToken }),
    );
  }

  @Post('register-sessions/:id/hand-over')
  @Allow('register.operate')
  @Answers({
    summary: 'Gives a session to a colleague, who confirms with their PIN',
    body: dto.registerSession,
    refusals: { 404: 'No such session or colleague', 409: 'The session is not open' },
  })
  async handOver(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.handOver }) body: z.infer<typeof dto.handOver>,
  ) {
    const { to_employee_id: toEmployeeId, pin } = body;
    return dto.toSession(await this.handOverSession.execute(once, caller, { sessionId: id, toEmployeeId, pin }));
  }

  @Post('register-sessions/:id/count')
  @Allow('register.operate')
  @Answers({
    summary: 'Counts the drawer, blind; selling stops',
    description: 'One recount is allowed. The answer does not tell what was expected.',
    body: dto.countOutcome,
    refusals: { 404: 'No such session', 409: 'Closed, or counted twice already' },
  })
  async count(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.counting }) body: z.infer<typeof dto.counting>,
  ) {
    return dto.toCountOutcome(await this.countCash.execute(once, caller, id, body.denominations));
  }

  @Post('register-sessions/:id/accept-count')
  @Allow('register.operate')
  @Answers({
    summary: 'Stands by the count: no recount any more, and the totals show what was expected',
    body: dto.registerSession,
    refusals: { 404: 'No such session', 409: 'Nothing was counted, or it is closed' },
  })
  async accept(@Caller() caller: Principal, @OnceKey() once: Once, @Param({ schema: idParam }) { id }: Id) {
    return dto.toSession(await this.acceptCount.execute(once, caller, id));
  }

  @Post('register-sessions/:id/resume')
  @Allow('register.operate')
  @Answers({
    summary: 'Goes back to selling after a count, signed by another person',
    body: dto.registerSession,
    refusals: { 404: 'No such session', 409: 'Nothing was counted, or it is closed' },
  })
  async resume(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.resuming }) body: z.infer<typeof dto.resuming>,
  ) {
    return dto.toSession(await this.resumeSession.execute(once, caller, id, body.step_up_token));
  }

  @Post('register-sessions/:id/close')
  @Allow('register.operate')
  @Answers({
    summary: 'Closes a counted session for good, with its Z number',
    body: dto.registerSession,
    refusals: {
      403: 'The difference is above the tolerance: another person signs',
      404: 'No such session',
      409: 'Nothing was counted, or it is closed',
    },
  })
  async close(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.closing }) body: z.infer<typeof dto.closing>,
  ) {
    const { note, step_up_token: stepUpToken } = body;
    return dto.toSession(await this.closeSession.execute(once, caller, { sessionId: id, note, stepUpToken }));
  }

  @Get('register-sessions/:id/report')
  @Allow('session.see_expected')
  @Answers({
    summary: 'X report of an open session, Z report of a closed one',
    body: dto.sessionReport,
    refusals: { 404: 'No such session' },
  })
  async report(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return dto.toReport(await this.queries.report(caller, id));
  }
}
