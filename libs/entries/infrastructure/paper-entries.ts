import { Injectable, OnModuleInit } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { ClaimFollower, ClaimFollowers, PaperClaim } from '@libs/tickets/application';
import { EntryRepository } from '../domain';

/** An entry whose paper a guest puts into the account opens the door by the guest's own QR too. */
@Injectable()
export class PaperEntries implements ClaimFollower, OnModuleInit {
  readonly kind = 'entry';

  constructor(
    private readonly followers: ClaimFollowers,
    private readonly entries: EntryRepository,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  follow(tx: Transaction, { venueId, customerId, originId }: PaperClaim): Promise<void> {
    return this.entries.give(tx, venueId, originId, customerId);
  }
}
