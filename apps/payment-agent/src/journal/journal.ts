import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { decodeRecord, encodeRecord, type JournalRecord } from './records';

export interface JournalLimits {
  /** Reported operations that stay known, so that one handed out again is answered from here and never done again. */
  readonly reportedKept: number;
  readonly compactAfterLines: number;
}

const LIMITS: JournalLimits = { reportedKept: 2_000, compactAfterLines: 20_000 };

/** What the agent must not forget. `FileJournal` is the one that survives a power cut. */
export abstract class Journal {
  /** Returns once the record is on the disk. @throws Error when it is not; the caller must then do nothing further */
  abstract append(record: JournalRecord): void;
  abstract find(id: string): JournalRecord | undefined;
  /** Operations without a report that the API took, oldest first. */
  abstract open(): readonly JournalRecord[];
  /** Everything it still knows, oldest change first. */
  abstract all(): readonly JournalRecord[];
  abstract close(): void;
}

/** An append-only file, forced to the disk after every line. */
export class FileJournal extends Journal {
  private readonly records = new Map<string, JournalRecord>();
  private file: number;
  private lines = 0;

  /** True when a line inside the file was unreadable; the file was set aside under another name. */
  readonly wasDamaged: boolean;

  /** @throws Error when the folder cannot be written */
  constructor(
    private readonly path: string,
    private readonly now: () => Date = () => new Date(),
    private readonly limits: JournalLimits = LIMITS,
  ) {
    super();
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.wasDamaged = this.load();
    this.file = this.rewrite();
  }

  append(record: JournalRecord): void {
    const line = Buffer.from(encodeRecord(record), 'utf8');
    let written = 0;
    while (written < line.length) written += writeSync(this.file, line, written);
    fsyncSync(this.file);
    this.remember(record);
    this.lines += 1;
    if (this.lines >= this.limits.compactAfterLines) {
      closeSync(this.file);
      this.file = this.rewrite();
    }
  }

  find(id: string): JournalRecord | undefined {
    return this.records.get(id);
  }

  all(): readonly JournalRecord[] {
    return [...this.records.values()];
  }

  open(): readonly JournalRecord[] {
    return [...this.records.values()].filter(({ state }) => state !== 'reported');
  }

  close(): void {
    closeSync(this.file);
  }

  private remember(record: JournalRecord): void {
    this.records.delete(record.id);
    this.records.set(record.id, record);
  }

  /** A torn last line was never acknowledged to anybody and is dropped. */
  private load(): boolean {
    if (!existsSync(this.path)) return false;
    const lines = readFileSync(this.path, 'utf8').split('\n');
    const torn = lines.pop();
    let unreadable = 0;
    lines.forEach((line, index) => {
      const record = decodeRecord(line);
      if (record) this.remember(record);
      else if (index < lines.length - 1 || torn !== '') unreadable += 1;
    });
    if (unreadable === 0) return false;
    writeFileSync(`${this.path}.damaged-${this.now().toISOString().replaceAll(':', '')}`, readFileSync(this.path));
    return true;
  }

  /** Writes what still matters to a new file that replaces the old one in one step, and opens that. */
  private rewrite(): number {
    const all = [...this.records.values()];
    const surplus = all.filter(({ state }) => state === 'reported').slice(0, -this.limits.reportedKept);
    for (const { id } of surplus) this.records.delete(id);
    const next = `${this.path}.next`;
    const file = openSync(next, 'w', 0o600);
    try {
      ftruncateSync(file);
      writeSync(file, [...this.records.values()].map(encodeRecord).join(''));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, this.path);
    syncFolder(dirname(this.path));
    this.lines = this.records.size;
    return openSync(this.path, 'a', 0o600);
  }
}

/** Makes the renaming itself survive a power cut; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
