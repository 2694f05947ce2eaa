import { createHash } from 'node:crypto';

/** A JSON object as it came over a wire: every field may be missing or of another type than expected. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What the terminal said, after its envelope was opened. */
export type Message =
  | { readonly kind: 'ack'; readonly received: boolean }
  | { readonly kind: 'progress'; readonly code: number; readonly text: string }
  | { readonly kind: 'reply'; readonly functionCode: number; readonly body: JsonObject; readonly sign: string }
  | { readonly kind: 'damaged'; readonly why: string };

/** SHA-256 of the serialised text, hexadecimal, upper case. There is no key: it detects damage, not forgery. */
export function signatureOf(serialized: string): string {
  return createHash('sha256').update(serialized, 'utf8').digest('hex').toUpperCase();
}

/** A command or reply as it goes over the wire; the order of the fields is kept. */
export function seal(body: JsonObject): string {
  const serialized = JSON.stringify(body);
  return JSON.stringify({ JsonSerialized: serialized, Sign: signatureOf(serialized) });
}

/** The acknowledgement is the one message without an envelope. */
export function acknowledgement(received: boolean): string {
  return JSON.stringify({ Received: received });
}

/** Opens one object of the stream. The signature is checked over the very text received, never over a copy made of it. */
export function open(text: string): Message {
  const outer = parseObject(text);
  if (!outer) return { kind: 'damaged', why: 'not a JSON object' };
  if (typeof outer.Received === 'boolean') return { kind: 'ack', received: outer.Received };
  const { JsonSerialized: serialized, Sign: sign } = outer;
  if (typeof serialized !== 'string' || typeof sign !== 'string') return { kind: 'damaged', why: 'no envelope' };
  if (signatureOf(serialized) !== sign.toUpperCase()) return { kind: 'damaged', why: 'wrong signature' };
  const body = parseObject(serialized);
  if (!body) return { kind: 'damaged', why: 'signed, but not a JSON object' };
  if (typeof body.MessageCode === 'number') {
    const text = typeof body.MessageText === 'string' ? body.MessageText : '';
    return { kind: 'progress', code: body.MessageCode, text };
  }
  if (typeof body.FunctionCode === 'number') {
    return { kind: 'reply', functionCode: body.FunctionCode, body, sign: sign.toUpperCase() };
  }
  return { kind: 'damaged', why: 'neither a reply nor a message' };
}

/** @returns undefined when the text is not a JSON object */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
