import type { Schemas } from '@libs/api-client';

/** Short names for the shapes of the API, all of them generated from it. */
export interface Page<Row> {
  readonly items: Row[];
  readonly next_cursor: string | null;
}

export type Me = Schemas['Me'];
export type Venue = Schemas['Venue'];
export type VenueSettings = Venue['settings'];
export type Named = Me['venue'] extends { id: infer Id; name: infer Name } ? { id: Id; name: Name } : never;
export type Role = Schemas['Employee']['roles'][number];
export type Employee = Schemas['Employee'];
export type Device = Schemas['DevicePage']['items'][number];
export type DeviceCode = Schemas['DeviceCode'];
export type Night = Schemas['Night'];
export type NightStatus = Night['status'];
export type Board = Schemas['Board'];
export type Category = Schemas['Category'];
export type Product = Schemas['Product'];
export type PriceWindow = Schemas['PriceWindow'];
export type StockLocation = Schemas['StockLocation'];
export type Ingredient = Schemas['Ingredient'];
export type Recipe = Schemas['Recipe'];
export type RecipeItem = Recipe['items'][number];
export type StockRow = Schemas['Stock']['items'][number];
export type Register = Schemas['Register'];
export type RegisterType = Register['type'];
export type Method = Register['allowed_methods'][number];
export type Bar = Schemas['Bar'];
export type RegisterSession = Schemas['RegisterSession'];
export type RegisterReport = Schemas['SessionReport'];
export type SaleRow = Schemas['SaleRow'];
export type Sale = Schemas['Sale'];
export type TicketDetail = Schemas['TicketDetail'];
export type Refusal = Schemas['TicketRefusal'];
export type AuditEntry = Schemas['AuditEntry'];
export type AuditVerdict = Schemas['AuditVerdict'];
export type CardProvider = NonNullable<Register['primary_provider']>;
export type PaymentIntent = Schemas['PaymentIntent'];
export type PaymentIntentDetail = Schemas['PaymentIntentDetail'];
export type IntentStatus = PaymentIntent['status'];
export type Refund = Schemas['Refund'];
export type RefundStatus = Refund['status'];
export type PaymentFinding = Schemas['PaymentFinding'];
export type FindingResolution = Schemas['ResolveFinding']['resolution'];
export type PaymentAgent = Schemas['PaymentAgent'];
export type AgentCode = Schemas['PaymentAgentCode'];
export type TerminalOperation = Schemas['TerminalOperationView'];
export type TerminalOrder = Schemas['TerminalOrder'];
