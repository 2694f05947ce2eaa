import type { Operation, OperationKind } from '../api/agent-api';
import { FUNCTION, secondsAllowed, type Commands } from '../getnet/commands';
import { conclude, type Conclusion } from '../getnet/conclusion';
import type { JsonObject } from '../getnet/envelope';
import { normalise, saleFields } from '../getnet/normalise';
import type { ExchangeResult } from '../terminal/exchange';
import { allowed, type Tools } from './perform-sale';

/** Questions: asking them twice does nothing twice. */
const REPEATABLE = new Set<OperationKind>(['totals', 'details', 'poll', 'last_voucher']);

/** Carries everything but a sale to the terminal. What moves money or paper is sent once, as a sale is. */
export class PerformOther {
  constructor(private readonly tools: Tools) {}

  /** @param sentBefore it may have reached the terminal already */
  async run(operation: Operation, sentBefore: boolean, stop: AbortSignal): Promise<Conclusion | undefined> {
    const { session, queries, book, commands } = this.tools;
    const repeatable = REPEATABLE.has(operation.kind);
    if (sentBefore && !repeatable) {
      return conclude(
        'unknown',
        'none',
        `a ${operation.kind} may have been carried out; the terminal has no query for it`,
      );
    }
    const command = commandFor(operation, commands);
    if (!command) return conclude('failed', 'none', 'never sent: the operation lacks a number the terminal needs');
    if (!(await queries.makeReady())) return conclude('failed', 'none', 'never sent: the terminal is not ready');
    if (!operation.recover) {
      const permission = await allowed(this.tools, operation, stop);
      if (permission === 'dropped') return undefined;
      if (permission !== 'go') return { ...permission, outcome: 'failed' };
    }
    book.note(operation, 'about_to_send');
    const functionCode = Number(command.Command);
    const result = await session.execute(command, {
      answerMs: secondsAllowed(functionCode) * queries.secondMs,
      onWritten: () => book.note(operation, 'sent'),
      claims: (body) => (isAbout(operation, body) ? 'take' : 'leave'),
    });
    return judge(result, repeatable);
  }
}

function commandFor(operation: Operation, commands: Commands): JsonObject | undefined {
  const { kind, printOnPos, operationNumber, authorizationCode, amount } = operation;
  switch (kind) {
    case 'refund':
    case 'reprint': {
      const functionCode = kind === 'refund' ? FUNCTION.refund : FUNCTION.reprint;
      return operationNumber === null ? undefined : commands.onOperation(functionCode, operationNumber, printOnPos);
    }
    case 'return':
      if (authorizationCode === null || amount === null || amount <= 0) return undefined;
      return commands.giveBack(authorizationCode, amount, printOnPos);
    case 'close':
      return commands.report(FUNCTION.close, printOnPos);
    case 'totals':
      return commands.report(FUNCTION.totals, printOnPos);
    case 'details':
      return commands.report(FUNCTION.details, printOnPos);
    case 'last_voucher':
      return commands.report(FUNCTION.lastVoucher, printOnPos);
    case 'poll':
      return commands.poll();
    case 'sale':
      return undefined;
  }
}

/** A refund's answer names the sale, where it names one at all. */
function isAbout({ kind, operationNumber, authorizationCode }: Operation, body: JsonObject): boolean {
  const fields = saleFields(body);
  if (kind === 'refund') return fields.operation_number === null || fields.operation_number === operationNumber;
  if (kind === 'return') return fields.authorization_code === null || fields.authorization_code === authorizationCode;
  return true;
}

function judge(result: ExchangeResult, repeatable: boolean): Conclusion {
  if (result.kind === 'unreachable') return conclude('failed', 'none', `never sent: ${result.why}`);
  if (result.kind === 'refused' && result.certain)
    return conclude('failed', 'answer', 'the terminal refused the command');
  if (result.kind !== 'answer') {
    return conclude(repeatable ? 'failed' : 'unknown', 'none', `the terminal did not answer (${result.kind})`);
  }
  const response = normalise(result.body);
  const code = response.response_code ?? null;
  const success = result.body.Success;
  if (code === 0 && success !== false) return conclude('done', 'answer', 'done', response);
  if (code !== null && code !== 0 && success !== true) return conclude('failed', 'answer', `code ${code}`, response);
  if (code === null && typeof success === 'boolean') {
    return conclude(success ? 'done' : 'failed', 'answer', 'the terminal said so without a code', response);
  }
  if (repeatable) return conclude('done', 'answer', 'answered without a code', response);
  return conclude('unknown', 'answer', 'the terminal contradicts itself', response);
}
