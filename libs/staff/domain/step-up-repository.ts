import { Transaction } from '@libs/kernel';
import { Permission, Role } from './permissions';

export interface NewStepUp {
  readonly venueId: string;
  readonly permission: Permission;
  readonly requestedBy: string;
  readonly grantedBy: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

export interface StepUpClaim {
  readonly permission: string;
  readonly requestedBy: string;
  readonly sessionId: string;
  /** Roles that give the permission: who said yes must still hold one. */
  readonly roles: readonly Role[];
  readonly at: Date;
}

export interface UsedStepUp {
  readonly employeeId: string;
  readonly name: string;
}

/** Keeps the yes of another person, once. */
export abstract class StepUpRepository {
  abstract insert(tx: Transaction, tokenHash: Buffer, stepUp: NewStepUp): Promise<void>;
  /** One conditional update: used eight times at once, it counts once. */
  abstract use(tx: Transaction, tokenHash: Buffer, claim: StepUpClaim): Promise<UsedStepUp | undefined>;
}
