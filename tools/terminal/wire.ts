import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';

export type Json = Readonly<Record<string, unknown>>;

/** What the till says to the terminal. */
export type TillMessage =
  | { readonly kind: 'ack'; readonly received: boolean }
  | { readonly kind: 'command'; readonly body: Json }
  | { readonly kind: 'garbage'; readonly why: string };

/** A signed message, as the terminal sends it. */
export function signed(body: Json): string {
  const text = JSON.stringify(body);
  return JSON.stringify({ JsonSerialized: text, Sign: sha256(text) });
}

/** The same with a signature that is not its own: damage on the line. */
export function wronglySigned(body: Json): string {
  return JSON.stringify({ JsonSerialized: JSON.stringify(body), Sign: sha256('something else') });
}

export function received(value: boolean): string {
  return `{"Received":${String(value)}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();
}

/** Reads one object of the till, with every check a terminal makes. */
export function readTill(text: string): TillMessage {
  try {
    const outer = JSON.parse(text) as Json;
    if (typeof outer.Received === 'boolean') return { kind: 'ack', received: outer.Received };
    const { JsonSerialized: inner, Sign: sign } = outer;
    if (typeof inner !== 'string' || typeof sign !== 'string') return { kind: 'garbage', why: 'no envelope' };
    if (sha256(inner) !== sign.toUpperCase()) return { kind: 'garbage', why: 'wrong signature' };
    const body = JSON.parse(inner) as Json;
    if (typeof body.Command !== 'number') return { kind: 'garbage', why: 'no command' };
    return { kind: 'command', body };
  } catch {
    return { kind: 'garbage', why: 'no JSON' };
  }
}

/** The date forms that tills have been seen to send: Java's and JavaScript's ISO, and the one of older firmwares. */
export const DATE_FORMS = {
  iso_local: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/,
  iso_utc: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
  'dd-mm-yyyy': /^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/,
} as const;
export type DateForm = keyof typeof DATE_FORMS;

/** Cuts the till's bytes into objects. Line ends between them do not matter. */
export class ObjectReader {
  private readonly decoder = new StringDecoder('utf8');
  private text = '';

  push(chunk: Uint8Array): string[] {
    this.text += this.decoder.write(Buffer.from(chunk));
    const found: string[] = [];
    for (let end = this.endOfFirst(); end > 0; end = this.endOfFirst()) {
      found.push(this.text.slice(0, end));
      this.text = this.text.slice(end);
    }
    return found;
  }

  /** @returns 0 while the first object is not complete */
  private endOfFirst(): number {
    const start = this.text.indexOf('{');
    if (start < 0) {
      this.text = '';
      return 0;
    }
    this.text = this.text.slice(start);
    let depth = 0;
    let quoted = false;
    for (let at = 0; at < this.text.length; at += 1) {
      const letter = this.text[at];
      if (quoted && letter === '\\') at += 1;
      else if (letter === '"') quoted = !quoted;
      else if (!quoted && letter === '{') depth += 1;
      else if (!quoted && letter === '}' && (depth -= 1) === 0) return at + 1;
    }
    return 0;
  }
}
