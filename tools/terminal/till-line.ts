import { ObjectReader, readTill, received, signed, wronglySigned, type Json } from './wire';

/** Bytes to the till. */
export interface Wire {
  readonly send: (bytes: Buffer) => void;
  readonly close: () => void;
}

/** One till plugged into the terminal: frames its messages and watches its manners. */
export class TillLine {
  private readonly reader = new ObjectReader();
  private held: Buffer[] | undefined;
  private dropped = false;
  /** Signed messages that the till has not acknowledged yet. */
  unacknowledged = 0;

  constructor(
    private readonly wire: Wire,
    private readonly onCommand: (body: Json) => void,
    private readonly violations: string[],
  ) {}

  /** Bytes from the till. */
  receive(chunk: Uint8Array): void {
    for (const text of this.reader.push(chunk)) this.handle(text);
  }

  acknowledge(value: boolean): void {
    this.write(received(value));
  }

  send(body: Json): void {
    this.unacknowledged += 1;
    this.write(signed(body));
  }

  sendDamaged(body: Json): void {
    this.unacknowledged += 1;
    this.write(wronglySigned(body));
  }

  sendInBytes(body: Json): void {
    this.unacknowledged += 1;
    for (const byte of Buffer.from(signed(body), 'utf8')) this.write(Buffer.from([byte]));
  }

  /** From now on nothing is sent until `release`, and then everything in one piece. */
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const { held } = this;
    this.held = undefined;
    if (held) this.write(Buffer.concat(held));
  }

  /** The line is cut. */
  drop(): void {
    if (this.dropped) return;
    this.dropped = true;
    this.wire.close();
  }

  private handle(text: string): void {
    const message = readTill(text);
    if (message.kind === 'ack') {
      if (this.unacknowledged === 0) this.violations.push('acknowledged what was not sent');
      else this.unacknowledged -= 1;
    } else if (message.kind === 'garbage') {
      this.violations.push(`not understood: ${message.why}`);
      this.acknowledge(false);
    } else {
      this.onCommand(message.body);
    }
  }

  private write(data: string | Buffer): void {
    if (this.dropped) return;
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
    if (this.held) this.held.push(bytes);
    else this.wire.send(bytes);
  }
}
