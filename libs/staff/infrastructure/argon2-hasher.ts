import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { AppConfig, newSecret } from '@libs/platform';
import { SecretHasher } from '../application';

/** OWASP's second set for argon2id: 19 MiB, two passes, one lane. argon2id and version 19 are the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** More at once would only take memory and processors away from sales. */
const AT_ONCE = 4;

/** argon2id with a pepper that is not in the database. */
@Injectable()
export class Argon2Hasher extends SecretHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  constructor(private readonly config: AppConfig) {
    super();
  }

  hash(secret: string): Promise<string> {
    return this.inTurn(() => hash(secret, { ...COST, secret: this.config.pinPepper }));
  }

  async matches(known: string | null, secret: string): Promise<boolean> {
    this.dummy ??= this.hash(newSecret());
    const dummy = await this.dummy;
    const isRight = await this.inTurn(() => verify(known ?? dummy, secret, { secret: this.config.pinPepper }));
    return isRight && known !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    // Whoever ends hands its place to the first in the queue without giving it up.
    if (this.running < AT_ONCE) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
