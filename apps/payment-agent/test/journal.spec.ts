import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from '../src/getnet/conclusion';
import { FileJournal } from '../src/journal/journal';
import type { JournalRecord } from '../src/journal/records';
import { holdAlone } from '../src/journal/single-instance';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'noche-journal-'));
  path = join(folder, 'agent.journal');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function record(id: string, state: JournalRecord['state']): JournalRecord {
  const conclusion = state === 'answered' || state === 'reported' ? conclude('approved', 'answer', 'ok') : null;
  return {
    id,
    state,
    fence: 1,
    kind: 'sale',
    at: '2026-03-01T22:15:30.000Z',
    ticketNumber: id,
    amount: 12_000,
    conclusion,
  };
}

function write(...records: JournalRecord[]): void {
  const journal = new FileJournal(path);
  for (const one of records) journal.append(one);
  journal.close();
}

function reopened<T>(look: (journal: FileJournal) => T): T {
  const journal = new FileJournal(path);
  try {
    return look(journal);
  } finally {
    journal.close();
  }
}

describe('the journal', () => {
  it('knows after a restart how far each operation had come', () => {
    write(record('a', 'about_to_send'), record('b', 'about_to_send'), record('a', 'sent'), record('b', 'reported'));
    reopened((journal) => {
      expect(journal.find('a')).toEqual(record('a', 'sent'));
      expect(journal.open().map(({ id }) => id)).toEqual(['a']);
    });
  });

  it('drops a line that a power cut tore, wherever it was torn, and keeps all others', () => {
    write(record('a', 'sent'));
    const whole = statSync(path).size;
    write(record('b', 'sent'));
    const full = readFileSync(path);
    for (let size = whole; size < full.length; size += 1) {
      writeFileSync(path, full);
      truncateSync(path, size);
      expect(reopened((journal) => [journal.open().map(({ id }) => id), journal.wasDamaged])).toEqual([['a'], false]);
    }
  });

  it('can be written to after a torn line', () => {
    write(record('a', 'sent'));
    appendFileSync(path, '0123 {"torn');
    write(record('b', 'sent'));
    expect(reopened((journal) => journal.open().map(({ id }) => id))).toEqual(['a', 'b']);
  });

  it('sets a file aside that was damaged in the middle, and keeps what is readable', () => {
    write(record('a', 'sent'), record('b', 'sent'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('"a"', '"x"'));
    expect(reopened((journal) => [journal.open().map(({ id }) => id), journal.wasDamaged])).toEqual([['b'], true]);
    expect(readdirSync(folder).some((name) => name.startsWith('agent.journal.damaged-'))).toBe(true);
  });

  it('does not grow without end, and never forgets what is not reported', () => {
    const limits = { reportedKept: 20, compactAfterLines: 100 };
    const journal = new FileJournal(path, () => new Date(), limits);
    journal.append(record('open', 'sent'));
    for (let index = 0; index < 450; index += 1) journal.append(record(`r${index}`, 'reported'));
    journal.close();
    reopened((again) => {
      expect(again.open().map(({ id }) => id)).toEqual(['open']);
      expect(again.all().length).toBeLessThan(130);
      expect(again.find('r449')).toBeDefined();
    });
  });

  it('is used by one agent at a time', async () => {
    const held = await holdAlone(path);
    await expect(holdAlone(path)).rejects.toThrow('another payment agent');
    await new Promise((resolve) => held.close(resolve));
    const again = await holdAlone(path);
    again.close();
  });
});
