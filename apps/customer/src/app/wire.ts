import type { Schemas } from '@libs/api-client';

/** The shapes of the API that the guest's app works with, by the names that its screens use. All of them are generated. */
export type Profile = Schemas['CustomerProfile'];
export type NewMember = Schemas['RegisterCustomer'];
export type Waiting = Schemas['WaitingForCode'];
export type PartyEvent = Schemas['Event'];
export type EntryOnSale = Schemas['EntryOnSale'];
export type Order = Schemas['EntryOrder'];
export type NewOrder = Schemas['PlaceEntryOrder'];
export type OwnEntry = Schemas['OwnEntry'];
export type Points = Schemas['Points'];
export type Balance = Schemas['WalletBalance'];
export type Transaction = Schemas['WalletTransaction'];
export type TopUp = Schemas['WalletTopUp'];
export type Ticket = Schemas['MyTicket'];
export type Rewards = Schemas['Rewards'];
export type Reward = Rewards['items'][number];
export type Redemption = Schemas['MyRedemption'];
