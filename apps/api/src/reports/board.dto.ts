import { z } from 'zod';
import { NightState } from '@libs/nights/application';
import { Language, uuid } from '@libs/platform';
import { BoardAlert, BoardFigures, SLOT_MINUTES } from '@libs/sales/infrastructure';
import { nightWire, toNight } from '../nights/nights.dto';
import { alertText } from './alert-texts';

const pesosOf = (what: string) => z.int().describe(`${what}, in pesos`);
const moment = z.string().describe('ISO-8601 UTC');

export const boardQuery = z.strictObject({
  night_id: uuid.optional().describe('Which night; the one that is on when left out'),
});

export const boardWire = z
  .object({
    night: nightWire.nullable(),
    generated_at: moment,
    totals: z.object({
      sales_amount: pesosOf('Sold, without cancelled sales, courtesies and tests'),
      sales_count: z.int(),
      average_amount: pesosOf('Average ticket'),
      courtesy_count: z.int(),
      courtesy_value: pesosOf('What courtesies would have cost'),
      cancelled_count: z.int(),
      cancelled_amount: pesosOf('Cancelled'),
      tips_amount: pesosOf('Tips, which belong to the staff'),
    }),
    compared: z
      .object({
        night_id: uuid,
        name: z.string(),
        date: z.string(),
        sales_amount_same_time: pesosOf('Sold by the same time since its opening'),
      })
      .nullable()
      .describe('The last closed night of the same weekday, else the last closed one'),
    by_slot: z.array(
      z.object({
        minute: z.int().describe('Since the opening'),
        at: moment,
        amount: z.int().nullable().describe('Pesos; null for what has not come yet'),
        count: z.int(),
        compared_amount: z.int().nullable().describe('Pesos of the compared night'),
      }),
    ),
    by_method: z.array(
      z.object({ method: z.enum(['cash', 'card', 'wallet', 'transfer']), amount: pesosOf('Paid so') }),
    ),
    registers: z.array(
      z.object({
        register_id: uuid,
        session_id: uuid.nullable(),
        name: z.string(),
        place: z.string(),
        status: z.enum(['OPEN', 'PENDING_CLOSE', 'CLOSED', 'NEVER']),
        employee_name: z.string().nullable(),
        sales_amount: pesosOf('Sold'),
        sales_count: z.int(),
        drawer_cash: pesosOf('What should be in the drawer'),
        last_sale_at: moment.nullable(),
      }),
    ),
    on_duty: z
      .array(
        z.object({
          employee_name: z.string(),
          station: z.enum(['bar', 'wardrobe', 'door']),
          bar_name: z.string().nullable(),
        }),
      )
      .describe('Who is logged in away from the registers, now'),
    pending: z.object({ tickets: z.int(), items: z.int() }).describe('Sold and not handed over yet'),
    top_products: z.array(
      z.object({ product_id: uuid, name: z.string(), hue: z.string(), qty: z.int(), amount: pesosOf('Sold') }),
    ),
    alerts: z.array(
      z.object({
        kind: z.enum(['ticket_refused', 'low_stock', 'register_difference', 'sale_cancelled']),
        level: z.enum(['bad', 'warn']),
        title: z.string(),
        detail: z.string(),
        at: moment,
        subject_id: uuid,
      }),
    ),
  })
  .meta({ id: 'Board' });

type Board = z.output<typeof boardWire>;

/** The board of a house where no night is on. */
export function emptyBoard(now: Date): Board {
  const totals = { sales_amount: 0, sales_count: 0, average_amount: 0, courtesy_count: 0 };
  return {
    night: null,
    generated_at: now.toISOString(),
    totals: { ...totals, courtesy_value: 0, cancelled_count: 0, cancelled_amount: 0, tips_amount: 0 },
    compared: null,
    by_slot: [],
    by_method: [],
    registers: [],
    on_duty: [],
    pending: { tickets: 0, items: 0 },
    top_products: [],
    alerts: [],
  };
}

export function toBoard(
  night: NightState,
  openedAt: Date,
  figures: BoardFigures,
  now: Date,
  language: Language,
): Board {
  const { totals, compared } = figures;
  return {
    night: toNight(night),
    generated_at: now.toISOString(),
    totals: {
      sales_amount: totals.salesAmount,
      sales_count: totals.salesCount,
      average_amount: totals.salesCount === 0 ? 0 : Math.round(totals.salesAmount / totals.salesCount),
      courtesy_count: totals.courtesyCount,
      courtesy_value: totals.courtesyValue,
      cancelled_count: totals.cancelledCount,
      cancelled_amount: totals.cancelledAmount,
      tips_amount: totals.tipsAmount,
    },
    compared: compared && {
      night_id: compared.id,
      name: compared.name,
      date: compared.date,
      sales_amount_same_time: compared.amountSameTime,
    },
    by_slot: toSlots(openedAt, figures, now),
    by_method: figures.byMethod.map(({ method, amount }) => ({ method, amount })),
    registers: figures.registers.map((register) => ({
      register_id: register.registerId,
      session_id: register.sessionId,
      name: register.name,
      place: register.place,
      status: register.status,
      employee_name: register.employeeName,
      sales_amount: register.salesAmount,
      sales_count: register.salesCount,
      drawer_cash: register.drawerCash,
      last_sale_at: register.lastSaleAt?.toISOString() ?? null,
    })),
    on_duty: figures.onDuty.map(({ employeeName, station, barName }) => ({
      employee_name: employeeName,
      station,
      bar_name: barName,
    })),
    pending: figures.pending,
    top_products: figures.topProducts.map(({ productId, name, hue, qty, amount }) => ({
      product_id: productId,
      name,
      hue,
      qty,
      amount,
    })),
    alerts: figures.alerts.map((alert) => toAlert(alert, language)),
  };
}

/** Every stretch from the opening to the later of now and the end of the compared night, empty ones included. */
function toSlots(openedAt: Date, figures: BoardFigures, now: Date): Board['by_slot'] {
  const slotMs = SLOT_MINUTES * 60_000;
  const sold = new Map(figures.slots.map((row) => [row.slot, row]));
  const before = new Map(figures.comparedSlots.map((row) => [row.slot, row]));
  const current = Math.max(0, Math.floor((now.getTime() - openedAt.getTime()) / slotMs));
  const lastSold = Math.max(0, ...sold.keys());
  const ended = figures.registers.every((register) => register.status === 'CLOSED' || register.status === 'NEVER');
  const reached = ended ? Math.min(current, lastSold) : current;
  const last = Math.max(reached, ...before.keys());
  return Array.from({ length: last + 1 }, (_, slot) => ({
    minute: slot * SLOT_MINUTES,
    at: new Date(openedAt.getTime() + slot * slotMs).toISOString(),
    amount: slot <= reached ? (sold.get(slot)?.amount ?? 0) : null,
    count: sold.get(slot)?.count ?? 0,
    compared_amount: figures.compared ? (before.get(slot)?.amount ?? 0) : null,
  }));
}

function toAlert(alert: BoardAlert, language: Language): Board['alerts'][number] {
  return {
    kind: alert.kind,
    level: alert.kind === 'ticket_refused' ? 'bad' : 'warn',
    ...alertText(alert, language),
    at: alert.at.toISOString(),
    subject_id: alert.subjectId,
  };
}
