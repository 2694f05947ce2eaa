import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, Transactions } from '@libs/kernel';
import {
  CodeHolder,
  firstNameOf,
  GuestCodeBook,
  GuestRefusal,
  Journal,
  readGuestCode,
  Recognition,
  RECOGNITION_SECONDS,
  RecognitionBook,
  refusedGuest,
  whyRefused,
} from '../domain';
import { Chance, RefusalDesk } from './ports';

/** A guest as the station sees them. */
export interface GuestHere {
  readonly customerId: string;
  readonly firstName: string;
  /** Stands for the guest in this session on this tablet, for some minutes: never log it. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly source: 'qr' | 'card';
  /** False for a card until another person saw that it is the guest's: nothing of the guest is shown or paid before. */
  readonly isConfirmed: boolean;
}

/** Reads a guest's QR or card at a station. A QR is used up by it. What is refused is kept as a fraud attempt. */
@Injectable()
export class RecogniseGuest {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly codes: GuestCodeBook,
    private readonly recognitions: RecognitionBook,
    private readonly journal: Journal,
    private readonly desk: RefusalDesk,
  ) {}

  /** Whether it looks like a guest's code at all. */
  reads(text: string): boolean {
    return readGuestCode(text) !== undefined;
  }

  /**
   * @param text what the scanner gave: never logged
   * @throws DomainError `guest.tablet_needed` (forbidden), and each {@link GuestRefusal} (conflict)
   */
  async execute(actor: Actor, station: string, text: string): Promise<GuestHere> {
    if (actor.deviceId === null) throw new DomainError('guest.tablet_needed', 'forbidden');
    const outcome = await this.take(actor, station, text);
    if (typeof outcome !== 'string') return outcome;
    await this.desk.note(actor, outcome);
    throw refusedGuest(outcome);
  }

  private async take(actor: Actor, station: string, text: string): Promise<GuestHere | GuestRefusal> {
    const code = readGuestCode(text);
    if (!code) return 'guest.qr_unknown';
    const at = this.clock.now();
    return this.transactions.run(async (tx) => {
      const taken = await this.codes.take(tx, actor.venueId, code, at);
      if (!('holder' in taken)) return whyRefused(taken.facts, at);
      const token = this.chance.newToken();
      const expiresAt = new Date(at.getTime() + RECOGNITION_SECONDS * 1_000);
      const recognition = { ...taken.holder, source: code.kind, station, at, expiresAt };
      await this.recognitions.open(tx, recognition, token, actor);
      await this.journal.write(tx, [recognised(actor, recognition)]);
      return guestHere({ ...recognition, isConfirmed: code.kind === 'qr' }, token);
    });
  }
}

export function guestHere(
  guest: CodeHolder & Pick<GuestHere, 'expiresAt' | 'source' | 'isConfirmed'>,
  token: string,
): GuestHere {
  const { customerId, name, expiresAt, source, isConfirmed } = guest;
  return { customerId, firstName: firstNameOf(name), token, expiresAt, source, isConfirmed };
}

function recognised(actor: Actor, { customerId, source, station, at }: Recognition) {
  return domainEvent({
    ...{ type: 'customers.recognised', venueId: actor.venueId, subjectId: customerId },
    actor: actorRef(actor),
    data: { source, station },
    occurredAt: at,
  });
}
