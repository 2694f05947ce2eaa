import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newSecret } from '@libs/platform';
import { Chance } from '../application';

@Injectable()
export class NodeChance extends Chance {
  newToken(): string {
    return newSecret();
  }

  bytes(count: number): Uint8Array {
    return randomBytes(count);
  }
}
