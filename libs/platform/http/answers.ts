import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

const problem = z
  .object({
    type: z.string().describe('Always about:blank: the code tells what it is'),
    status: z.int(),
    code: z.string().describe('Stable, for programs'),
    title: z.string().describe('For people, in the language asked for'),
    detail: z.string().describe('What happened and what to do'),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .describe('Wrong fields, by JSON pointer'),
    facts: z.record(z.string(), z.unknown()).optional().describe('Figures and names behind the text'),
  })
  .meta({ id: 'Problem' });

interface Answer {
  readonly summary: string;
  readonly description?: string;
  /** Without a body: 204. */
  readonly body?: z.ZodType;
  readonly status?: number;
  /** Refusals worth naming, `status: when`. 400, 401, 403 and 429 are understood. */
  readonly refusals?: Readonly<Record<number, string>>;
}

/** Documents a route: what it does, what it answers, when it says no. */
export function Answers({ summary, description, body, status, refusals = {} }: Answer): MethodDecorator {
  const code = status ?? (body ? 200 : 204);
  const problemContent = (text: string) => ({ description: text, standardSchema: problem });
  return applyDecorators(
    HttpCode(code),
    ApiOperation({ summary, ...(description ? { description } : {}) }),
    ApiResponse({ status: code, description: summary, ...(body ? { standardSchema: body } : {}) }),
    ApiResponse({ status: '4XX', ...problemContent('Refused; see code and detail') }),
    ...Object.entries(refusals).map(([refused, when]) =>
      ApiResponse({ status: Number(refused), ...problemContent(when) }),
    ),
  );
}
