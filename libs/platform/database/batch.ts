import { Connection, types } from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** A statement with a name: prepared once a connection, then only executed. */
export interface Sql {
  readonly name: string;
  readonly text: string;
}

/** What a statement answered. */
export interface Answer {
  readonly rows: Record<string, unknown>[];
  /** How many rows it read or changed. */
  readonly rowCount: number;
  /** What Postgres says that it did: a COMMIT of a failed transaction answers ROLLBACK. */
  readonly command: string;
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

interface Sent {
  readonly sql: Sql;
  readonly values: readonly (string | Buffer | null)[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The statements that each connection holds, with the columns that they answer. */
const prepared = new WeakMap<Connection, Map<string, readonly Column[]>>();

/** As Postgres says it of every statement behind one that failed. */
class NotCarriedOut extends Error {
  readonly code = '25P02';

  constructor() {
    super('a statement before this one failed');
  }
}

/**
 * Statements that travel to Postgres in one packet and are answered in one: on a busy machine each packet costs more than
 * its rows. Each has its own outcome; behind one that fails none is carried out. To `pg` this is a query of its own kind,
 * as its cursors are.
 */
export class Batch {
  private readonly sent: Sent[] = [];
  private known = new Map<string, readonly Column[]>();
  private columns: readonly Column[] | undefined;
  private rows: Record<string, unknown>[] = [];

  /** @throws the driver's error when a value cannot be written; nothing of the statement is sent then */
  add(sql: Sql, values: readonly unknown[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.sent.push({ sql, values: values.map((value) => prepareValue(value)), resolve, reject });
    });
  }

  /** Called by the client when its connection is free. */
  submit(connection: Connection): null {
    this.known = prepared.get(connection) ?? this.known;
    prepared.set(connection, this.known);
    connection.stream.cork();
    const parsed = new Set<string>();
    for (const statement of this.sent) this.send(connection, statement, parsed);
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: types.getTypeParser(dataTypeID) as Column['parse'],
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const columns = (this.columns ??= this.known.get(this.sent[0]?.sql.name ?? '') ?? []);
    const row: Record<string, unknown> = {};
    for (let n = 0; n < columns.length; n += 1) {
      const { name, parse } = columns[n] as Column;
      const text = fields[n] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const done = this.sent.shift();
    if (!done) return;
    if (!this.known.has(done.sql.name)) this.known.set(done.sql.name, this.columns ?? []);
    const { rows } = this;
    this.rows = [];
    this.columns = undefined;
    const words = text.split(' ');
    done.resolve({ rows, rowCount: Number(words.at(-1)) || 0, command: words[0] ?? '' });
  }

  /** The statement at the head failed, or the connection did. */
  handleError(error: unknown): void {
    const [failed, ...behind] = this.sent.splice(0);
    failed?.reject(error);
    for (const { reject } of behind) reject(new NotCarriedOut());
  }

  handleReadyForQuery(): void {
    // Every statement has had its own outcome.
  }

  private send(connection: Connection, { sql: { name, text }, values }: Sent, parsed: Set<string>): void {
    const isKnown = this.known.has(name);
    if (!isKnown && !parsed.has(name)) {
      // It may be there from a batch that failed after preparing it; to close what is not there does no harm.
      connection.close({ type: 'S', name }, true);
      connection.parse({ name, text, types: [] }, true);
      parsed.add(name);
    }
    connection.bind({ statement: name, values: [...values] }, true);
    if (!isKnown) connection.describe({ type: 'P' }, true);
    connection.execute({}, true);
  }
}
