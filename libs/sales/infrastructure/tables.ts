import { EntitySchema, EntitySchemaColumnOptions } from 'typeorm';
import {
  CardProvider,
  CashMovementKind,
  Denominations,
  MethodResult,
  PaymentMethod,
  RegisterType,
  SessionStatus,
} from '../domain';

/** `sales.registers` */
export interface RegisterRow {
  id: string;
  venueId: string;
  name: string;
  place: string;
  type: RegisterType;
  locationId: string;
  allowedCategoryIds: string[];
  allowedMethods: PaymentMethod[];
  primaryProvider: CardProvider | null;
  backupProvider: CardProvider | null;
  isTest: boolean;
  suggestedFloat: number;
  printerHost: string | null;
  printerPort: number;
  isActive: boolean;
  lastZNumber: number;
}

/** `sales.register_sessions` */
export interface RegisterSessionRow {
  id: string;
  venueId: string;
  registerId: string;
  nightId: string;
  employeeId: string;
  openedBy: string;
  deviceId: string | null;
  status: SessionStatus;
  openedAt: Date;
  floatAmount: number;
  floatDenominations: Denominations;
  countedDenominations: Denominations | null;
  countedAmount: number | null;
  countedAt: Date | null;
  countAttempts: number;
  result: readonly MethodResult[] | null;
  expectedCash: number | null;
  cashDifference: number | null;
  closeNote: string | null;
  signedBy: string | null;
  zNumber: number | null;
  closedAt: Date | null;
  closedBy: string | null;
}

/** `sales.session_handovers` */
export interface HandoverRow {
  id: string;
  sessionId: string;
  fromEmployeeId: string;
  toEmployeeId: string;
  handedOverAt: Date;
}

/** `sales.cash_movements` */
export interface CashMovementRow {
  id: string;
  sessionId: string;
  kind: CashMovementKind;
  amount: number;
  reason: string;
  employeeId: string;
  authorizedBy: string | null;
  createdAt: Date;
}

const uuid = (name?: string): EntitySchemaColumnOptions => ({ type: 'uuid', ...named(name) });
const text = (name?: string): EntitySchemaColumnOptions => ({ type: 'text', ...named(name) });
const integer = (name?: string): EntitySchemaColumnOptions => ({ type: 'integer', ...named(name) });
const moment = (name: string): EntitySchemaColumnOptions => ({ type: 'timestamptz', name });
const json = (name: string): EntitySchemaColumnOptions => ({ type: 'jsonb', name });
const flag = (name: string): EntitySchemaColumnOptions => ({ type: 'boolean', name });
const key: EntitySchemaColumnOptions = { type: 'uuid', primary: true };

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function nullable(column: EntitySchemaColumnOptions): EntitySchemaColumnOptions {
  return { ...column, nullable: true };
}

export const RegisterTable = new EntitySchema<RegisterRow>({
  name: 'Register',
  schema: 'sales',
  tableName: 'registers',
  columns: {
    id: key,
    venueId: uuid('venue_id'),
    name: text(),
    place: text(),
    type: text(),
    locationId: uuid('location_id'),
    allowedCategoryIds: { ...uuid('allowed_category_ids'), array: true },
    allowedMethods: { ...text('allowed_methods'), array: true },
    primaryProvider: nullable(text('primary_provider')),
    backupProvider: nullable(text('backup_provider')),
    isTest: flag('is_test'),
    suggestedFloat: integer('suggested_float'),
    printerHost: nullable(text('printer_host')),
    printerPort: integer('printer_port'),
    isActive: flag('is_active'),
    lastZNumber: integer('last_z_number'),
  },
});

export const RegisterSessionTable = new EntitySchema<RegisterSessionRow>({
  name: 'RegisterSession',
  schema: 'sales',
  tableName: 'register_sessions',
  columns: {
    id: key,
    venueId: uuid('venue_id'),
    registerId: uuid('register_id'),
    nightId: uuid('night_id'),
    employeeId: uuid('employee_id'),
    openedBy: uuid('opened_by'),
    deviceId: nullable(uuid('device_id')),
    status: text(),
    openedAt: moment('opened_at'),
    floatAmount: integer('float_amount'),
    floatDenominations: json('float_denominations'),
    countedDenominations: nullable(json('counted_denominations')),
    countedAmount: nullable(integer('counted_amount')),
    countedAt: nullable(moment('counted_at')),
    countAttempts: integer('count_attempts'),
    result: nullable(json('result')),
    expectedCash: nullable(integer('expected_cash')),
    cashDifference: nullable(integer('cash_difference')),
    closeNote: nullable(text('close_note')),
    signedBy: nullable(uuid('signed_by')),
    zNumber: nullable(integer('z_number')),
    closedAt: nullable(moment('closed_at')),
    closedBy: nullable(uuid('closed_by')),
  },
});

export const HandoverTable = new EntitySchema<HandoverRow>({
  name: 'SessionHandover',
  schema: 'sales',
  tableName: 'session_handovers',
  columns: {
    id: key,
    sessionId: uuid('session_id'),
    fromEmployeeId: uuid('from_employee_id'),
    toEmployeeId: uuid('to_employee_id'),
    handedOverAt: moment('handed_over_at'),
  },
});

export const CashMovementTable = new EntitySchema<CashMovementRow>({
  name: 'CashMovement',
  schema: 'sales',
  tableName: 'cash_movements',
  columns: {
    id: key,
    sessionId: uuid('session_id'),
    kind: text(),
    amount: integer(),
    reason: text(),
    employeeId: uuid('employee_id'),
    authorizedBy: nullable(uuid('authorized_by')),
    createdAt: moment('created_at'),
  },
});

/** For the list of entities that the platform connects with. */
export const SALES_TABLES: EntitySchema[] = [
  RegisterTable,
  RegisterSessionTable,
  HandoverTable,
  CashMovementTable,
] as EntitySchema[];
