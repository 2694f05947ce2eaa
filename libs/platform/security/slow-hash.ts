import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { AppConfig } from '../config';
import { newSecret } from './crypto';

/** OWASP's second set for argon2id: 19 MiB, two passes, one lane. argon2id and version 19 are the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** More at once would only take memory and processors away from sales. */
const AT_ONCE = 4;

/** Lets so many through at a time, the others in the order in which they came. */
export class Turnstile {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly places: number) {}

  /** How many stand in line. */
  get waiting(): number {
    return this.queue.length;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    // Whoever ends hands its place to the first in the queue without giving it up.
    if (this.running < this.places) this.running += 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/** argon2id with a pepper that is not in the database. One for the whole process, so that its limit is one as well. */
@Injectable()
export class SlowHash {
  private readonly turnstile = new Turnstile(AT_ONCE);
  private dummy: Promise<string> | undefined;

  constructor(private readonly config: AppConfig) {}

  hash(secret: string): Promise<string> {
    return this.turnstile.pass(() => hash(secret, { ...COST, secret: this.config.pinPepper }));
  }

  /** @param known null takes as long as a real one and is never right, so that time does not tell who exists */
  async matches(known: string | null, secret: string): Promise<boolean> {
    this.dummy ??= this.hash(newSecret());
    const dummy = await this.dummy;
    const isRight = await this.turnstile.pass(() => verify(known ?? dummy, secret, { secret: this.config.pinPepper }));
    return isRight && known !== null;
  }
}
