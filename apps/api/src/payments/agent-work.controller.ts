import { once } from 'node:events';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { ManageAgents, WorkAtTerminal } from '@libs/payments/application';
import { AgentCaller, Answers, CallingAgent, ForAgent, idParam, ipOf, NocheRequest, Public } from '@libs/platform';
import * as dto from './agents.dto';

type Id = z.infer<typeof idParam>;
const HEARTBEAT_SECONDS = 30;
const NOT_FOUND = { 404: 'Not an operation of this agent' };

/** What a payment agent calls. It knows the operations of its own terminal, and nothing else. */
@ApiTags('agent')
@Controller('agent')
export class AgentWorkController {
  constructor(
    private readonly manage: ManageAgents,
    private readonly work: WorkAtTerminal,
  ) {}

  @Post('enrol')
  @Public()
  @Answers({ summary: 'A one-time code for a key', body: dto.enrolled, status: 201 })
  async enrol(@Body({ schema: dto.enrolment }) body: z.infer<typeof dto.enrolment>, @Req() req: NocheRequest) {
    const { code, version, hostname } = body;
    const { agent, key } = await this.manage.enrol(code, { version, hostname, ip: ipOf(req) });
    return { agent_id: agent.id, key, register: { id: agent.registerId, name: agent.registerName } };
  }

  @Post('key/rotate')
  @ForAgent()
  @Answers({ summary: 'A new key; the present one lives until the new one is used', body: dto.newKey, status: 201 })
  async rotate(@CallingAgent() agent: AgentCaller) {
    return { key: await this.manage.rotateKey(agent) };
  }

  @Post('heartbeat')
  @ForAgent()
  @Answers({ summary: 'How the agent and its terminal are', body: dto.heartbeatAnswer })
  async heartbeat(
    @CallingAgent() agent: AgentCaller,
    @Body({ schema: dto.heartbeat }) body: z.infer<typeof dto.heartbeat>,
  ) {
    const { version, queue_length: queueLength, terminal } = body;
    await this.manage.beat(agent, { version, queueLength, terminal });
    return {
      now: new Date().toISOString(),
      agent_id: agent.id,
      register: { id: agent.registerId, name: agent.registerName },
      heartbeat_seconds: HEARTBEAT_SECONDS,
    };
  }

  @Post('operations/claim')
  @ForAgent()
  @Answers({ summary: 'The next operation; waits for one as long as asked', body: dto.claimed })
  async claim(
    @CallingAgent() agent: AgentCaller,
    @Body({ schema: dto.claim }) body: z.infer<typeof dto.claim>,
    @Res({ passthrough: true }) res: Response,
  ) {
    const operation = await this.work.claim(agent, body.wait_seconds * 1_000, once(res, 'close'));
    return { operation: operation && dto.toOperation(operation) };
  }

  @Post('operations/:id/sent')
  @ForAgent()
  @Answers({
    summary: 'The agent writes to the terminal once this is answered',
    refusals: { ...NOT_FOUND, 409: 'Cancelled, final, or claimed by somebody later: do not write' },
  })
  sent(
    @CallingAgent() agent: AgentCaller,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.sent }) body: z.infer<typeof dto.sent>,
  ): Promise<void> {
    return this.work.sent(agent, id, body.fence);
  }

  @Post('operations/:id/progress')
  @ForAgent()
  @Answers({ summary: 'How far it is; answers whether it is to stop', body: dto.progressAnswer, refusals: NOT_FOUND })
  async progress(
    @CallingAgent() agent: AgentCaller,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.progress }) { fence, code, text }: z.infer<typeof dto.progress>,
  ) {
    return { cancel_requested: await this.work.progress(agent, id, { fence, code: code ?? null, text: text ?? null }) };
  }

  @Post('operations/:id/result')
  @ForAgent()
  @Answers({
    summary: 'What became of it; any number of times, late, in any order',
    body: dto.reportAnswer,
    refusals: NOT_FOUND,
  })
  result(
    @CallingAgent() agent: AgentCaller,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.report }) body: z.infer<typeof dto.report>,
  ) {
    const { fence, outcome, source, response } = body;
    const read = response ? dto.answer.parse(response) : null;
    return this.work.report(agent, id, { fence, outcome, source, response: read });
  }
}
