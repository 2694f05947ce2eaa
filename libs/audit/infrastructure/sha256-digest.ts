import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Digest } from '../domain';

/** {@link Digest} by Node's own SHA-256. */
@Injectable()
export class Sha256Digest extends Digest {
  link(previousHash: string, content: string): string {
    return createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(content, 'utf8').digest('hex');
  }
}
