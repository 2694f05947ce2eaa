interface PgError extends Error {
  code?: string;
  constraint?: string;
  driverError?: PgError;
}

function driverError(error: unknown): PgError | undefined {
  if (!(error instanceof Error)) return undefined;
  const pg = error as PgError;
  return pg.driverError ?? pg;
}

/** Whether the database refused because of this constraint or unique index. */
export function violates(error: unknown, constraint: string): boolean {
  return driverError(error)?.constraint === constraint;
}

/** Serialization failure or deadlock: the same work may succeed when tried again. */
export function isRetryable(error: unknown): boolean {
  const code = driverError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** A wait for a lock took too long (lock_timeout). */
export function isLockTimeout(error: unknown): boolean {
  return driverError(error)?.code === '55P03';
}

/** The database is away, starting, or has no connection to give: worth a 503 and a retry by the client. */
export function isUnavailable(error: unknown): boolean {
  const pg = driverError(error);
  if (!pg) return false;
  const code = pg.code ?? '';
  return (
    /^(08|57P|53)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', '57014'].includes(code) ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable|Client was closed/.test(pg.message)
  );
}
