import { closeSync, constants, openSync, rmSync, symlinkSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import type { TerminalSimulator } from './terminal-simulator';

/** What `open()` of the package gives; its published types describe only `spawn()`. */
interface PtyPair {
  readonly master: ReadStream & NodeJS.WritableStream;
  readonly slave: ReadStream;
  readonly ptsName: string;
}
type OpenPty = (options: { readonly encoding: null }) => PtyPair;

/** The terminal's USB cable: a pseudo-terminal that programs open as a serial port. Linux and macOS. */
export class PtyLine {
  private pair: PtyPair | undefined;
  private holder: number | undefined;
  private readonly onPower = (on: boolean) => (on ? this.open() : this.close());

  private constructor(
    private readonly terminal: TerminalSimulator,
    private readonly openPty: OpenPty,
    private readonly link: string | undefined,
  ) {}

  /**
   * @param link a name that stays the same when the power comes back; the system's own name changes
   * @throws Error with one sentence when this machine has no pseudo-terminals
   */
  static async start(terminal: TerminalSimulator, { link }: { link?: string } = {}): Promise<PtyLine> {
    const line = new PtyLine(terminal, await loadOpen(), link);
    line.open();
    terminal.on('power', line.onPower);
    return line;
  }

  /** What the till opens. */
  get path(): string {
    return this.link ?? this.pair?.ptsName ?? '';
  }

  stop(): void {
    this.terminal.off('power', this.onPower);
    this.close();
  }

  private open(): void {
    const pair = this.openPty({ encoding: null });
    // The line lives while somebody has it open. The package's own stream would also read, and steal the till's bytes.
    this.holder = openSync(pair.ptsName, constants.O_RDWR | constants.O_NOCTTY);
    pair.slave.destroy();
    this.pair = pair;
    if (this.link !== undefined) {
      rmSync(this.link, { force: true });
      symlinkSync(pair.ptsName, this.link);
    }
    const line = this.terminal.connect({
      send: (bytes) => void pair.master.write(bytes),
      close: () => this.close(),
    });
    pair.master.on('data', (chunk: Buffer) => line.receive(chunk));
    pair.master.on('error', () => this.close());
  }

  private close(): void {
    const { pair } = this;
    this.pair = undefined;
    if (this.link !== undefined) rmSync(this.link, { force: true });
    if (this.holder !== undefined) closeSync(this.holder);
    this.holder = undefined;
    pair?.master.destroy();
  }
}

async function loadOpen(): Promise<OpenPty> {
  if (process.platform === 'win32')
    throw new Error('Windows has no pseudo-terminals: use --tcp, or com0com and --tcp.');
  try {
    const loaded: unknown = await import('@lydell/node-pty');
    const { open } = loaded as { readonly open?: OpenPty };
    if (open) return open;
  } catch {
    // The sentence below says it.
  }
  throw new Error('A pseudo-terminal needs the package @lydell/node-pty, which npm install brings on Linux and macOS.');
}
