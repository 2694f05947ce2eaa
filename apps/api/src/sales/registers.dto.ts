import { z } from 'zod';
import {
  CARD_PROVIDERS,
  PAYMENT_METHODS,
  REGISTER_TYPES,
  RegisterSettings,
  SESSION_STATUSES,
} from '@libs/sales/application';
import { RegisterView } from '@libs/sales/infrastructure';
import { instant, pesos, text, uuid } from '@libs/platform';

const MAX_FLOAT = 100_000_000;

export const person = z.object({ id: uuid, name: z.string() });

const type = z.enum(REGISTER_TYPES).describe('What kind of till it is');
const categoryIds = z.array(uuid).max(200).describe('Categories it may sell; empty: all');
const methods = z.array(z.enum(PAYMENT_METHODS)).min(1).max(PAYMENT_METHODS.length).describe('How it may be paid');
const provider = z
  .enum(CARD_PROVIDERS)
  .nullable()
  .describe(
    'Who takes cards: a driven terminal, one that nobody drives, or a payment page; null: a typed voucher number',
  );
const suggestedFloat = z.int().min(0).max(MAX_FLOAT).describe('Pesos a session should begin with; 0: none suggested');
const printerHost = text(253)
  .regex(/^[a-zA-Z0-9.:_-]+$/)
  .nullable()
  .describe('Name or address of the ticket printer in the house');
const printerPort = z.int().min(1).max(65_535).describe('TCP port of the printer');

export const newRegister = z
  .strictObject({
    name: text(60),
    place: text(60, 0).default('').describe('Where it stands'),
    type,
    location_id: uuid.describe('Where its stock lies'),
    allowed_category_ids: categoryIds.default([]),
    allowed_methods: methods.default(['cash']),
    primary_provider: provider.default(null),
    backup_provider: provider.default(null),
    is_test: z.boolean().default(false).describe('Its sales are tests: no revenue, no stock'),
    suggested_float: suggestedFloat.default(0),
    printer_host: printerHost.default(null),
    printer_port: printerPort.default(9100),
  })
  .meta({ id: 'NewRegister' });

export const registerChanges = z
  .strictObject({
    name: text(60),
    place: text(60, 0),
    type,
    location_id: uuid,
    allowed_category_ids: categoryIds,
    allowed_methods: methods,
    primary_provider: provider,
    backup_provider: provider,
    is_test: z.boolean(),
    suggested_float: suggestedFloat,
    printer_host: printerHost,
    printer_port: printerPort,
    is_active: z.boolean(),
  })
  .partial()
  .meta({ id: 'RegisterChanges' });

export const register = z
  .object({
    id: uuid,
    name: z.string(),
    place: z.string(),
    type,
    location_id: uuid,
    allowed_category_ids: z.array(uuid),
    allowed_methods: z.array(z.enum(PAYMENT_METHODS)),
    primary_provider: provider,
    backup_provider: provider,
    is_test: z.boolean(),
    suggested_float: pesos,
    printer_host: z.string().nullable(),
    printer_port: z.int(),
    is_active: z.boolean(),
    open_session: z
      .object({
        id: uuid,
        employee: person,
        opened_at: instant,
        status: z.enum(SESSION_STATUSES),
        is_mine: z.boolean(),
      })
      .nullable()
      .describe('Who has it'),
    last_close: z
      .object({ closed_at: instant, employee_name: z.string(), counted_amount: pesos })
      .nullable()
      .describe('How it was left'),
  })
  .meta({ id: 'Register' });

export const registers = z.object({ items: z.array(register) }).meta({ id: 'Registers' });

export function toRegister(view: RegisterView): z.infer<typeof register> {
  const { openSession, lastClose } = view;
  return {
    id: view.id,
    name: view.name,
    place: view.place,
    type: view.type,
    location_id: view.locationId,
    allowed_category_ids: [...view.allowedCategoryIds],
    allowed_methods: [...view.allowedMethods],
    primary_provider: view.primaryProvider,
    backup_provider: view.backupProvider,
    is_test: view.isTest,
    suggested_float: view.suggestedFloat,
    printer_host: view.printerHost,
    printer_port: view.printerPort,
    is_active: view.isActive,
    open_session: openSession && {
      id: openSession.id,
      employee: openSession.employee,
      opened_at: openSession.openedAt,
      status: openSession.status,
      is_mine: openSession.isMine,
    },
    last_close: lastClose && {
      closed_at: lastClose.closedAt,
      employee_name: lastClose.employeeName,
      counted_amount: lastClose.countedAmount,
    },
  };
}

export function toNewSettings(body: z.infer<typeof newRegister>): RegisterSettings {
  return {
    name: body.name,
    place: body.place,
    type: body.type,
    locationId: body.location_id,
    allowedCategoryIds: body.allowed_category_ids,
    allowedMethods: body.allowed_methods,
    primaryProvider: body.primary_provider,
    backupProvider: body.backup_provider,
    isTest: body.is_test,
    suggestedFloat: body.suggested_float,
    printerHost: body.printer_host,
    printerPort: body.printer_port,
    isActive: true,
  };
}

/** Only what was sent. */
export function toChanges(body: z.infer<typeof registerChanges>): Partial<RegisterSettings> {
  const all: Partial<Record<keyof RegisterSettings, unknown>> = {
    name: body.name,
    place: body.place,
    type: body.type,
    locationId: body.location_id,
    allowedCategoryIds: body.allowed_category_ids,
    allowedMethods: body.allowed_methods,
    primaryProvider: body.primary_provider,
    backupProvider: body.backup_provider,
    isTest: body.is_test,
    suggestedFloat: body.suggested_float,
    printerHost: body.printer_host,
    printerPort: body.printer_port,
    isActive: body.is_active,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
