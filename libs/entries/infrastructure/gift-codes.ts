import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor, Transaction } from '@libs/kernel';
import { AppConfig, derivedKey, hmacSha256 } from '@libs/platform';
import { Mailer } from '@libs/customers/application';
import { UseStepUp } from '@libs/staff/application';
import { Approvals, Codes, GiftPost } from '../application';

/** Nothing that looks like something else; 12 of them are 59 bits. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** {@link Codes} that people type, stored as keyed hashes. */
@Injectable()
export class TypedCodes extends Codes {
  constructor(private readonly config: AppConfig) {
    super();
  }

  make(): { readonly code: string; readonly hash: Uint8Array } {
    const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
    const code = letters.replace(/(.{4})(?=.)/g, '$1-');
    return { code, hash: this.hashOf(code) };
  }

  hashOf(code: string): Uint8Array {
    const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return hmacSha256(derivedKey(this.config.dataKey, 'entry gifts'), plain);
  }
}

/** {@link GiftPost} by the mail of customers. */
@Injectable()
export class CustomerGiftPost extends GiftPost {
  constructor(private readonly mailer: Mailer) {
    super();
  }

  check(): void {
    this.mailer.check();
  }

  send({ email: to, language, venueName, code }: Parameters<GiftPost['send']>[0]): void {
    this.mailer.post({ kind: 'entry_offered', to, language, venueName, code });
  }
}

/** {@link Approvals} from staff. */
@Injectable()
export class StaffApprovals extends Approvals {
  constructor(private readonly stepUps: UseStepUp) {
    super();
  }

  async use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string> {
    return (await this.stepUps.execute(tx, { token, permission, actor })).employeeId;
  }
}
