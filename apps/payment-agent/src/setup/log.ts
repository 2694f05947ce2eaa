export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line of JSON an event. Only what is passed on purpose is written; long digit runs and keys are masked even then. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** As long as a card number is; tickets and amounts are shorter. */
const CARD_LIKE = /\d(?:[ -]?\d){12,18}/g;
const SECRET_NAME = /key|secret|token|authorization|^code$/i;

export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      const safe = Object.entries(fields).map(([name, value]) => [name, masked(name, value)]);
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...Object.fromEntries(safe) })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function masked(name: string, value: LogFields[string]): LogFields[string] {
  if (SECRET_NAME.test(name)) return '[hidden]';
  return typeof value === 'string' ? value.replace(CARD_LIKE, '[digits]') : value;
}
