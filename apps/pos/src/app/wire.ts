import type { Schemas } from '@libs/api-client';

/** The shapes of the API that the till works with, by the names that its screens use. All of them are generated. */
export type Device = Schemas['OwnDevice'];
export type Person = Schemas['PickablePeople']['items'][number];
export type Me = Schemas['Me'];
export type Catalog = Schemas['Menu'];
export type Category = Schemas['MenuCategory'];
export type Product = Schemas['MenuProduct'];
export type Register = Schemas['Register'];
export type Session = Schemas['RegisterSession'];
export type Totals = Schemas['SessionTotals'];
export type CountOutcome = Schemas['CountOutcome'];
export type Quote = Schemas['Quote'];
export type NewSale = Schemas['NewSale'];
export type AskedPayment = Schemas['AskedPayment'];
export type Sale = Schemas['Sale'];
export type SaleRow = Schemas['SaleRow'];
export type Printed = Schemas['PrintedTicket'];
export type PaymentIntent = Schemas['PaymentIntent'];
export type PaymentDetail = Schemas['PaymentIntentDetail'];
export type Refund = Schemas['Refund'];
export type IdentifiedGuest = Schemas['IdentifiedCustomer'];
export type TopUp = Schemas['WalletTopUp'];
export type CardProvider = NonNullable<Register['primary_provider']>;
