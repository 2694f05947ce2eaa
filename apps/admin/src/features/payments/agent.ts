import type { Tone } from '@libs/ui';
import type { PaymentAgent, TerminalOperation } from '../../app/wire';
import { factOf } from './timeline';

/** An agent tells that it lives every 30 s; one beat may be lost. */
const LATE_MS = 75_000;
/** From then on nobody should count on it. */
const GONE_MS = 5 * 60_000;

export type AgentState = 'live' | 'late' | 'gone' | 'code' | 'code_old' | 'never';

export const AGENT_TONES: Readonly<Record<AgentState, Tone>> = {
  live: 'ok',
  late: 'warn',
  gone: 'bad',
  code: 'warn',
  code_old: 'idle',
  never: 'warn',
};

type Known = Pick<PaymentAgent, 'enrolled_at' | 'code_expires_at' | 'heartbeat_at'>;

/** How an agent is: waiting to be installed, or how long ago it told that it lives. A new code changes nothing until used. */
export function stateOf({ enrolled_at: enrolled, code_expires_at: code, heartbeat_at: beat }: Known, now: number) {
  if (enrolled === null) return code !== null && Date.parse(code) > now ? 'code' : 'code_old';
  if (beat === null) return 'never';
  const age = now - Date.parse(beat);
  if (age < LATE_MS) return 'live';
  return age < GONE_MS ? 'late' : 'gone';
}

const TERMINAL_TONES = { ready: 'ok', busy: 'warn', unreachable: 'bad', unknown: 'idle' } as const;
export type TerminalState = keyof typeof TERMINAL_TONES;

export interface TerminalKnown {
  readonly state: TerminalState;
  readonly tone: Tone;
  readonly terminalId: string | undefined;
  readonly model: string | undefined;
  readonly detail: string | undefined;
}

/** The terminal as its agent sees it. What a silent agent last said is no news: it loses its colour. */
export function terminalOf({ terminal }: Pick<PaymentAgent, 'terminal'>, agent: AgentState): TerminalKnown {
  const told = factOf(terminal, 'state');
  const state = isTerminalState(told) ? told : 'unknown';
  const wordOf = (name: string): string | undefined => {
    const value = factOf(terminal, name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  return {
    state,
    tone: agent === 'live' ? TERMINAL_TONES[state] : 'idle',
    terminalId: wordOf('terminal_id'),
    model: wordOf('model'),
    detail: wordOf('detail'),
  };
}

function isTerminalState(text: unknown): text is TerminalState {
  return typeof text === 'string' && Object.hasOwn(TERMINAL_TONES, text);
}

type AnswerKey =
  | 'queued'
  | 'queued_gone'
  | 'claimed'
  | 'sent'
  | 'done'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'approved'
  | 'declined'
  | 'not_charged';
const OUTCOME_TONES: Readonly<Record<string, Tone>> = {
  done: 'ok',
  approved: 'ok',
  failed: 'bad',
  declined: 'bad',
  not_charged: 'idle',
  unknown: 'warn',
};

/** How far an operation is, as a word and its colour. */
export function progressOf(
  { state, outcome }: Pick<TerminalOperation, 'state' | 'outcome'>,
  agent: AgentState,
): { readonly word: AnswerKey; readonly tone: Tone } {
  if (state === 'queued' && agent !== 'live') return { word: 'queued_gone', tone: 'warn' };
  if (state !== 'final') return { word: state, tone: 'idle' };
  const word = outcome !== null && Object.hasOwn(OUTCOME_TONES, outcome) ? outcome : 'unknown';
  return { word: word as AnswerKey, tone: OUTCOME_TONES[word] ?? 'idle' };
}
