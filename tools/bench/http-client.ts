import { connect, Socket } from 'node:net';

/** An answer, as far as the load needs it. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive connection that asks one thing at a time. Plain sockets, because on two cores a full HTTP client would
 * cost as much as the API that it measures.
 */
export class HttpClient {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly headers: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the API closed the connection')));
  }

  static open(port: number, headers: Readonly<Record<string, string>>): Promise<HttpClient> {
    const lines = Object.entries({ Host: `127.0.0.1:${String(port)}`, ...headers });
    const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new HttpClient(socket, text)));
      socket.once('error', reject);
    });
  }

  /** @param authorization of this one request */
  get(path: string, authorization?: string): Promise<Answer> {
    const header = authorization === undefined ? '' : `Authorization: ${authorization}\r\n`;
    return this.send(`GET ${path} HTTP/1.1\r\n${this.headers}${header}\r\n`);
  }

  post(path: string, body: unknown, key: string): Promise<Answer> {
    const json = JSON.stringify(body);
    return this.send(
      `POST ${path} HTTP/1.1\r\n${this.headers}Idempotency-Key: ${key}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${String(Buffer.byteLength(json))}\r\n\r\n${json}`,
    );
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.received.length < headEnd + 4 + length) return;
    const body = this.received.toString('utf8', headEnd + 4, headEnd + 4 + length);
    this.received = this.received.subarray(headEnd + 4 + length);
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
