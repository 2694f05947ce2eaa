import type { SerialPort } from 'serialport';
import { Transport, type TransportEvents } from './transport';

export interface SerialOptions {
  /** `/dev/ttyACM0`, `/dev/serial/by-id/…`, `COM3`. */
  readonly path: string;
  readonly baudRate: number;
}

/** The terminal's USB cable: a virtual serial port, 8 data bits, no parity, one stop bit. */
export class SerialTransport extends Transport {
  private port: SerialPort | undefined;

  constructor(private readonly options: SerialOptions) {
    super();
  }

  async open(events: TransportEvents): Promise<void> {
    const { SerialPort } = await loadSerialPort();
    const port = new SerialPort({ ...this.options, dataBits: 8, parity: 'none', stopBits: 1, autoOpen: false });
    let why = 'the serial port was closed';
    port.on('data', (chunk: Buffer) => events.data(chunk));
    port.on('error', (error) => {
      why = error.message;
    });
    port.on('close', (error: Error | null | undefined) => {
      if (this.port !== port) return;
      this.port = undefined;
      events.closed(error?.message ?? why);
    });
    await new Promise<void>((resolve, reject) => {
      port.open((error) =>
        error ? reject(new Error(`cannot open ${this.options.path}: ${error.message}`)) : resolve(),
      );
    });
    this.port = port;
    // What the terminal said before we were here belongs to nobody.
    await new Promise<void>((resolve) => port.flush(() => resolve()));
  }

  write(text: string): Promise<void> {
    const { port } = this;
    if (!port) return Promise.reject(new Error('not connected'));
    return new Promise((resolve, reject) => {
      port.write(text, (error) => {
        if (error) reject(error);
        else port.drain((failed) => (failed ? reject(failed) : resolve()));
      });
    });
  }

  close(): Promise<void> {
    const { port } = this;
    this.port = undefined;
    if (!port?.isOpen) return Promise.resolve();
    return new Promise((resolve) => port.close(() => resolve()));
  }
}

/** Loaded only here, so that a terminal on the network needs no native package. */
async function loadSerialPort(): Promise<typeof import('serialport')> {
  try {
    return await import('serialport');
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(
      `a serial terminal needs the package serialport beside the agent (npm install serialport): ${why}`,
      {
        cause: error,
      },
    );
  }
}
