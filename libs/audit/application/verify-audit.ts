import { Injectable } from '@nestjs/common';
import { AuditTrail, Digest, Proof, Verdict } from '../domain';

/** Proves that nobody changed, removed or slipped in an entry of a venue's trail. Streams: it holds one page at a time. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly trail: AuditTrail,
    private readonly digest: Digest,
  ) {}

  async execute(venueId: string): Promise<Verdict> {
    // Anchors first: what they saw must be there when the entries are read; what comes later only adds.
    const proof = new Proof(this.digest, await this.trail.anchors(venueId));
    for await (const page of this.trail.entries(venueId)) {
      for (const entry of page) proof.read(entry);
    }
    return proof.verdict();
  }
}
