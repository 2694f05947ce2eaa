import { createHash } from 'node:crypto';
import type { Conclusion } from '../getnet/conclusion';

/** How far an operation has come; every step is on disk before the next one begins. */
export type JournalState = 'about_to_send' | 'sent' | 'answered' | 'reported';

export interface JournalRecord {
  readonly id: string;
  readonly fence: number;
  readonly kind: string;
  readonly state: JournalState;
  /** ISO-8601, UTC. */
  readonly at: string;
  readonly ticketNumber: string | null;
  /** Whole pesos. */
  readonly amount: number | null;
  readonly conclusion: Conclusion | null;
}

/** A line with a check sum in front, so that a line torn by a power cut is told from a whole one. */
export function encodeRecord(record: JournalRecord): string {
  const text = JSON.stringify(record);
  return `${checkSum(text)} ${text}\n`;
}

/** @returns undefined when the line is not what was written */
export function decodeRecord(line: string): JournalRecord | undefined {
  const space = line.indexOf(' ');
  const text = line.slice(space + 1);
  if (space < 0 || checkSum(text) !== line.slice(0, space)) return undefined;
  return JSON.parse(text) as JournalRecord;
}

function checkSum(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
