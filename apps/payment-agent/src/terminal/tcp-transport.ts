import { connect, type Socket } from 'node:net';
import { Transport, type TransportEvents } from './transport';

export interface TcpOptions {
  readonly host: string;
  readonly port: number;
  readonly connectTimeoutMs: number;
}

export class TcpTransport extends Transport {
  private socket: Socket | undefined;

  constructor(private readonly options: TcpOptions) {
    super();
  }

  open(events: TransportEvents): Promise<void> {
    const { host, port, connectTimeoutMs } = this.options;
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
      let opened = false;
      let why = 'the terminal closed the connection';
      const limit = setTimeout(() => socket.destroy(new Error('no answer in time')), connectTimeoutMs);
      socket.on('data', (chunk) => events.data(chunk));
      socket.once('connect', () => {
        clearTimeout(limit);
        opened = true;
        this.socket = socket;
        resolve();
      });
      socket.on('error', (error) => {
        why = error.message;
      });
      socket.once('close', () => {
        clearTimeout(limit);
        if (!opened) reject(new Error(`cannot connect to ${host}:${port}: ${why}`));
        else if (this.socket === socket) this.end(events, why);
      });
    });
  }

  write(text: string): Promise<void> {
    const { socket } = this;
    if (!socket) return Promise.reject(new Error('not connected'));
    return new Promise((resolve, reject) => {
      socket.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): Promise<void> {
    const { socket } = this;
    this.socket = undefined;
    socket?.destroy();
    return Promise.resolve();
  }

  private end(events: TransportEvents, why: string): void {
    this.socket = undefined;
    events.closed(why);
  }
}
