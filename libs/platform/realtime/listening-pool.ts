import { Pool, PoolClient, QueryResult } from 'pg';

/** What socket.io's Postgres adapter uses of a pool. */
export type AdapterPool = Pick<Pool, 'query' | 'connect'>;

/**
 * The pool as the socket.io adapter sees it. The adapter keeps a listening client without an error listener, which
 * would end the process when Postgres restarts, and forgets a client that it is still setting up when it is closed,
 * which would keep the pool from ending. Here a lost client is survivable and a kept one is given back at the end.
 */
export class ListeningPool {
  private readonly kept = new Set<PoolClient>();
  private closed = false;

  constructor(private readonly pool: Pool) {}

  /** For the adapter's eyes. */
  asPool(): Pool {
    const seen: AdapterPool = {
      query: ((text: string, values?: unknown[]): Promise<QueryResult> =>
        this.pool.query(text, values)) as Pool['query'],
      connect: (() => this.connect()) as Pool['connect'],
    };
    return seen as Pool;
  }

  /** Gives back whatever the adapter still holds; from now on it gets no more. */
  close(): void {
    this.closed = true;
    for (const client of this.kept) {
      // The adapter would answer the end of its connection with a new one.
      client.removeAllListeners('end');
      client.release(true);
    }
  }

  /** Asked again after a wait, in which it may have changed. */
  private isClosed(): boolean {
    return this.closed;
  }

  private async connect(): Promise<PoolClient> {
    if (this.closed) return never();
    const client = await this.pool.connect();
    const ignoreError = (): void => undefined;
    client.on('error', ignoreError);
    const release = client.release.bind(client);
    client.release = (destroy) => {
      if (!this.kept.delete(client)) return;
      client.off('error', ignoreError);
      release(destroy);
    };
    this.kept.add(client);
    if (!this.isClosed()) return client;
    client.release(true);
    return never();
  }
}

/** The adapter tries again for ever; a promise that never settles ends that. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}
