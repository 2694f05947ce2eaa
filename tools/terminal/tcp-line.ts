import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { TerminalSimulator } from './terminal-simulator';

/** The terminal's network socket. Without power nobody answers on the port. */
export class TcpLine {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly onPower = (on: boolean) => void (on ? this.listen() : this.close());

  private constructor(
    private readonly terminal: TerminalSimulator,
    private readonly host: string,
    private wantedPort: number,
  ) {}

  /** @param port 0 takes a free one, kept until `stop` */
  static async start(terminal: TerminalSimulator, { host = '127.0.0.1', port = 0 } = {}): Promise<TcpLine> {
    const line = new TcpLine(terminal, host, port);
    await line.listen();
    terminal.on('power', line.onPower);
    return line;
  }

  get port(): number {
    return this.wantedPort;
  }

  async stop(): Promise<void> {
    this.terminal.off('power', this.onPower);
    await this.close();
  }

  private async listen(): Promise<void> {
    const server = createServer({ noDelay: true }, (socket) => this.plug(socket));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.wantedPort, this.host, resolve);
    });
    this.wantedPort = (server.address() as AddressInfo).port;
  }

  private plug(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
    const line = this.terminal.connect({
      send: (bytes) => void socket.write(bytes),
      close: () => socket.destroy(),
    });
    socket.on('data', (chunk) => line.receive(chunk));
  }

  private async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
