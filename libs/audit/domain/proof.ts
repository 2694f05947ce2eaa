import { Anchor, anchorHash, inOrder } from './anchor';
import { Digest, NO_HASH } from './digest';
import { AuditEntry, contentOf } from './entry';

/**
 * What is wrong at a place: its content is not what was hashed; entries before it are missing; it does not follow the
 * one before it; entries that an anchor saw are gone; an anchor saw another entry here.
 */
export type Problem = 'changed' | 'gap' | 'unlinked' | 'cut' | 'rewritten';

export interface Break {
  readonly chain: string;
  readonly position: number;
  readonly problem: Problem;
}

export interface Verdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly chains: number;
  readonly anchors: number;
  readonly broken: readonly Break[];
}

/** Reads a venue's trail, chain after chain and each from its beginning, and tells where it does not hold. */
export class Proof {
  private readonly broken: Break[] = [];
  /** What anchors saw and was not met yet: chain, position, hash. */
  private readonly unmet = new Map<string, Map<number, string>>();
  private last: Pick<AuditEntry, 'chain' | 'position' | 'hash'> = { chain: '', position: 0, hash: NO_HASH };
  private entries = 0;
  private chains = 0;

  constructor(
    private readonly digest: Digest,
    private readonly anchors: readonly Anchor[],
  ) {
    this.checkAnchors();
  }

  /** Entries must come in the order of chain and position. */
  read(entry: AuditEntry): void {
    const { chain, position } = entry;
    if (chain !== this.last.chain) {
      this.chains += 1;
      this.last = { chain, position: 0, hash: NO_HASH };
    }
    this.entries += 1;
    if (position !== this.last.position + 1) this.note(chain, this.last.position + 1, 'gap');
    else if (entry.previousHash !== this.last.hash) this.note(chain, position, 'unlinked');
    if (this.digest.link(entry.previousHash, contentOf(entry)) !== entry.hash) this.note(chain, position, 'changed');
    this.meetAnchor(entry);
    this.last = entry;
  }

  verdict(): Verdict {
    for (const [chain, unmet] of this.unmet) {
      const first = Math.min(...unmet.keys());
      // A missing entry within the chain is told as a gap already.
      const isTold = this.broken.some((found) => found.chain === chain && found.problem === 'gap');
      if (unmet.size > 0 && !isTold) this.note(chain, first, 'cut');
    }
    const { broken, entries, chains } = this;
    return { ok: broken.length === 0, entries, chains, anchors: this.anchors.length, broken };
  }

  private meetAnchor({ chain, position, hash }: AuditEntry): void {
    const seen = this.unmet.get(chain)?.get(position);
    if (seen === undefined) return;
    this.unmet.get(chain)?.delete(position);
    if (seen !== hash) this.note(chain, position, 'rewritten');
  }

  private checkAnchors(): void {
    const { linked, loose } = inOrder(this.anchors);
    linked.forEach((anchor, index) => {
      const isIntact = anchorHash(anchor, this.digest) === anchor.hash;
      if (!isIntact) this.note(`anchors:${anchor.venueId}`, index + 1, 'changed');
    });
    for (const { venueId } of loose) this.note(`anchors:${venueId}`, linked.length + 1, 'unlinked');
    for (const { heads } of this.anchors) {
      for (const [chain, { position, hash }] of Object.entries(heads)) {
        const positions = this.unmet.get(chain) ?? new Map<number, string>();
        this.unmet.set(chain, positions.set(position, hash));
      }
    }
  }

  private note(chain: string, position: number, problem: Problem): void {
    this.broken.push({ chain, position, problem });
  }
}
