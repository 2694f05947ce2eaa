import { Transaction } from '@libs/kernel';
import { Limits } from './limits';
import { Earning, PointRule } from './point-rule';
import { TierStanding } from './tier';
import { Asset, Occasion, Posting, PostOutcome, StandingTransfer, TransferKind } from './transfer';

/** A customer's account that the transaction holds: nobody else moves it meanwhile. */
export interface HeldAccount {
  readonly accountId: string;
  readonly customerId: string;
  readonly asset: Asset;
  /** In pesos or points. */
  readonly balance: number;
  readonly isFrozen: boolean;
}

/** Points that nobody has touched for long. */
export interface IdlePoints {
  readonly customerId: string;
  readonly balance: number;
  /** The transfer since which nothing happened. */
  readonly lastTransferId: string;
}

/** The double-entry book of customers' pesos and points. Only adds; every act is in the caller's transaction. */
export abstract class Ledger {
  /** One statement, unless the account or the house's side of it is used for the first time. */
  abstract post(tx: Transaction, posting: Posting): Promise<PostOutcome>;

  /** Opens the account if the customer has none, and holds it until the transaction ends. */
  abstract open(tx: Transaction, occasion: Occasion, customerId: string, asset: Asset): Promise<HeldAccount>;

  /** Holds an account until the transaction ends. @returns undefined when the customer has none */
  abstract hold(tx: Transaction, venueId: string, customerId: string, asset: Asset): Promise<HeldAccount | undefined>;

  /** @returns undefined when the venue has no such account of a customer */
  abstract holdById(tx: Transaction, venueId: string, accountId: string): Promise<HeldAccount | undefined>;

  /** The limits of the house, and the pesos that this account was topped up by since. */
  abstract toppedUp(
    tx: Transaction,
    venueId: string,
    accountId: string,
    since: Date,
  ): Promise<{ readonly limits: Limits; readonly amount: number }>;

  abstract find(
    tx: Transaction,
    venueId: string,
    kind: TransferKind,
    referenceId: string,
  ): Promise<StandingTransfer | undefined>;

  abstract findById(tx: Transaction, venueId: string, transferId: string): Promise<StandingTransfer | undefined>;

  /** How much of a transfer was given back already, in pesos or points, never below zero. */
  abstract returned(tx: Transaction, transferId: string): Promise<number>;

  /** Freezes with a reason, or thaws with null, and tells it. */
  abstract freeze(tx: Transaction, account: HeldAccount, occasion: Occasion, reason: string | null): Promise<void>;

  /** The rules that were in force at that moment. */
  abstract pointRules(tx: Transaction, venueId: string, at: Date): Promise<PointRule[]>;

  /** The tiers that were in force at that moment, and where the customer stood then. */
  abstract tierStandings(tx: Transaction, venueId: string, customerId: string, at: Date): Promise<TierStanding[]>;

  /** How the points of a transfer were worked out. */
  abstract keepEarnings(tx: Transaction, transferId: string, earnings: readonly Earning[]): Promise<void>;

  /** Accounts with points that did not move since, held until the transaction ends; those in use are left out. */
  abstract idlePoints(tx: Transaction, venueId: string, since: Date, limit: number): Promise<IdlePoints[]>;
}
