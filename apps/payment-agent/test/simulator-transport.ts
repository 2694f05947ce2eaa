import type { TerminalSimulator } from '../../../tools/terminal/terminal-simulator';
import type { TillLine } from '../../../tools/terminal/till-line';
import { Transport, type TransportEvents } from '../src/terminal/transport';

/** A wire between agent and simulated terminal inside one process; bytes take a turn of the event loop. */
export class SimulatorTransport extends Transport {
  private line: TillLine | undefined;
  private isOpen = false;
  private sent = 0;
  private arrivesAt = 0;

  constructor(
    private readonly terminal: TerminalSimulator,
    /** How long each piece from the terminal is under way, in milliseconds; they come round again. Order is kept. */
    private readonly delays: readonly number[] = [],
  ) {
    super();
  }

  open(events: TransportEvents): Promise<void> {
    if (!this.terminal.isOn) return Promise.reject(new Error('connection refused'));
    this.isOpen = true;
    this.line = this.terminal.connect({
      send: (bytes) => this.deliver(() => void (this.isOpen && events.data(bytes))),
      close: () =>
        setImmediate(() => {
          if (!this.isOpen) return;
          this.isOpen = false;
          events.closed('the terminal closed the connection');
        }),
    });
    return Promise.resolve();
  }

  /** As a slow line: what was sent first arrives first. */
  private deliver(act: () => void): void {
    const delay = this.delays[this.sent % this.delays.length] ?? 0;
    this.sent += 1;
    this.arrivesAt = Math.max(this.arrivesAt, Date.now() + delay);
    if (this.arrivesAt <= Date.now()) setImmediate(act);
    else setTimeout(act, this.arrivesAt - Date.now());
  }

  write(text: string): Promise<void> {
    const { line } = this;
    if (!this.isOpen || !line) return Promise.reject(new Error('not connected'));
    const bytes = Buffer.from(text, 'utf8');
    setImmediate(() => line.receive(bytes));
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isOpen = false;
    this.line?.drop();
    return Promise.resolve();
  }
}
