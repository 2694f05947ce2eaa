import type { TerminalSimulator } from '../../../tools/terminal/terminal-simulator';
import type { TillLine } from '../../../tools/terminal/till-line';
import { Transport, type TransportEvents } from '../src/terminal/transport';

/** A wire between agent and simulated terminal inside one process; bytes take a turn of the event loop. */
export class SimulatorTransport extends Transport {
  private line: TillLine | undefined;
  private isOpen = false;

  constructor(
    private readonly terminal: TerminalSimulator,
    /** Called with what is about to be written; may keep a part of it. */
    private readonly tap: (text: string) => string = (text) => text,
  ) {
    super();
  }

  open(events: TransportEvents): Promise<void> {
    if (!this.terminal.isOn) return Promise.reject(new Error('connection refused'));
    this.isOpen = true;
    this.line = this.terminal.connect({
      send: (bytes) => setImmediate(() => this.isOpen && events.data(bytes)),
      close: () =>
        setImmediate(() => {
          if (!this.isOpen) return;
          this.isOpen = false;
          events.closed('the terminal closed the connection');
        }),
    });
    return Promise.resolve();
  }

  write(text: string): Promise<void> {
    const { line } = this;
    if (!this.isOpen || !line) return Promise.reject(new Error('not connected'));
    const bytes = Buffer.from(this.tap(text), 'utf8');
    setImmediate(() => line.receive(bytes));
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isOpen = false;
    this.line?.drop();
    return Promise.resolve();
  }
}
