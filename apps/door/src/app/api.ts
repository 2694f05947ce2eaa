import { answer, createApiClient, type Schemas } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';

export type AgeOutcome = Schemas['AgeCheck']['outcome'];
export type Crossing = Schemas['CrossingPage']['items'][number];
export type Device = Schemas['OwnDevice'];
export type DoorAnswer = Schemas['DoorAnswer'];
export type Guest = Schemas['IdentifiedCustomer'];
export type HeadCount = Schemas['HeadCount'];
export type ListedGuest = Schemas['ListedGuestPage']['items'][number];
export type Me = Schemas['Me'];
export type Person = Schemas['PickablePeople']['items'][number];
export type Refusal = Schemas['DoorRefusalPage']['items'][number];
export type TurnedAway = Schemas['TurnAway']['reason'];

/** Whoever stands at the door with a queue knows after this long that nobody answers, ms. */
const LONGEST_WAIT_MS = 6_000;
/** Rows of a list that anybody reads at a door. */
const ROWS = 50;

const client = createApiClient({ app: 'door', language: storedLanguage, timeoutMs: LONGEST_WAIT_MS });

const once = (key: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': key });

/** Every question and act of the door, one function each. */
export const api = {
  enrol: (code: string) => answer(client.POST('/api/v1/devices/enrol', { body: { code } })),
  device: () => answer(client.GET('/api/v1/devices/me')),
  people: () => answer(client.GET('/api/v1/staff/pickable', { params: { query: { station: 'door' } } })),
  me: () => answer(client.GET('/api/v1/auth/me')),
  login: (employee_id: string, pin: string) =>
    answer(client.POST('/api/v1/staff/login', { body: { employee_id, station: 'door', pin } })),
  lock: () => answer(client.POST('/api/v1/staff/lock')),
  unlock: (pin: string) => answer(client.POST('/api/v1/staff/unlock', { body: { pin } })),

  validate: (shown: Schemas['ValidateEntry'], key: string) =>
    answer(client.POST('/api/v1/entradas/validate', { params: { header: once(key) }, body: shown })),
  exit: (qr: string, key: string) =>
    answer(client.POST('/api/v1/entradas/exit', { params: { header: once(key) }, body: { qr } })),
  undo: (crossing_id: string, reason: string, key: string) =>
    answer(client.POST('/api/v1/entradas/undo', { params: { header: once(key) }, body: { crossing_id, reason } })),
  checkAge: (qr: string) => answer(client.POST('/api/v1/entradas/age-check', { body: { qr } })),
  identify: (qr: string) => answer(client.POST('/api/v1/customers/identify', { body: { qr } })),
  confirm: (customer_token: string, step_up_token: string) =>
    answer(client.POST('/api/v1/customers/confirm', { body: { customer_token, step_up_token } })),

  heads: () => answer(client.GET('/api/v1/entradas/head-count')),
  count: (delta: number, key: string) =>
    answer(
      client.POST('/api/v1/entradas/head-count', {
        params: { header: once(key) },
        body: { direction: delta > 0 ? 'in' : 'out', people: Math.abs(delta) },
      }),
    ),
  crossings: (night_id?: string) =>
    answer(client.GET('/api/v1/entradas/crossings', { params: { query: { night_id, limit: ROWS } } })),
  refusals: (night_id?: string) =>
    answer(client.GET('/api/v1/entradas/refusals', { params: { query: { night_id, limit: ROWS } } })),
  turnAway: (reason: TurnedAway, note: string | undefined, key: string) =>
    answer(client.POST('/api/v1/entradas/refusals', { params: { header: once(key) }, body: { reason, note } })),

  guests: (q: string) =>
    answer(client.GET('/api/v1/guest-lists/guests', { params: { query: { q: q || undefined, limit: ROWS } } })),
  checkIn: (id: string, people: number, key: string) =>
    answer(
      client.POST('/api/v1/guest-lists/guests/{id}/check-in', {
        params: { path: { id }, header: once(key) },
        body: { people },
      }),
    ),
  onSale: (venue_id: string, night_id: string) =>
    answer(client.GET('/api/v1/entradas', { params: { query: { venue_id, night_id } } })),

  stepUpPeople: () =>
    answer(client.GET('/api/v1/auth/step-up/people', { params: { query: { permission: 'customer.confirm' } } })),
  stepUp: (employee_id: string, pin: string) =>
    answer(client.POST('/api/v1/auth/step-up', { body: { employee_id, pin, permission: 'customer.confirm' } })),
};
