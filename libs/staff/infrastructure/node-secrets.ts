import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, decrypt, encrypt, newSecret, sha256 } from '@libs/platform';
import { Secrets } from '../application';

@Injectable()
export class NodeSecrets extends Secrets {
  constructor(private readonly config: AppConfig) {
    super();
  }

  newToken(): string {
    return newSecret();
  }

  bytes(count: number): Uint8Array {
    return randomBytes(count);
  }

  hashOf(secret: string): Buffer {
    return sha256(secret);
  }

  seal(text: string): Buffer {
    return encrypt(this.config.dataKey, text);
  }

  open(sealed: Buffer): string {
    return decrypt(this.config.dataKey, sealed);
  }
}
