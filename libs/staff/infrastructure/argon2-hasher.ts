import { Injectable } from '@nestjs/common';
import { SlowHash } from '@libs/platform';
import { SecretHasher } from '../application';

/** The house's slow hash, for PINs and for passwords of the back office. */
@Injectable()
export class Argon2Hasher extends SecretHasher {
  constructor(private readonly slow: SlowHash) {
    super();
  }

  hash(secret: string): Promise<string> {
    return this.slow.hash(secret);
  }

  matches(known: string | null, secret: string): Promise<boolean> {
    return this.slow.matches(known, secret);
  }
}
