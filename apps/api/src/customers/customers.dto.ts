import { z } from 'zod';
import { calendarDate, instant, Page, pageOf, pageQuery, rut, text, uuid } from '@libs/platform';
import { CustomerDetails, Registration, Tokens, Waiting } from '@libs/customers/application';
import { ConsentView, CustomerView, SessionView } from '@libs/customers/infrastructure';

const email = z.email().max(120);
const password = z.string().min(1).max(200);
const newPassword = password.describe('At least 8 characters, not the address');
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s()-]{6,24}$/)
  .describe('Digits, spaces, hyphens, and a + in front');
const birthDate = calendarDate.refine((date) => date >= '1900-01-01').describe('Guests under 18 are refused');
const venueId = uuid.optional().describe('Only where an installation holds several houses');
const code = z
  .string()
  .regex(/^[0-9A-Za-z -]{8,12}$/)
  .describe('From the mail: K7PM-2XQD; case, spaces and hyphens do not matter');
const secret = z.string().regex(/^[\w-]{43}$/);

export const registerBody = z
  .strictObject({
    email,
    password: newPassword,
    name: text(80),
    phone,
    rut: rut.nullable().optional(),
    birth_date: birthDate.nullable().optional(),
    accepts_terms: z.literal(true),
    accepts_marketing: z.boolean().optional().describe('May be withdrawn in the profile; false unless given'),
    venue_id: venueId,
  })
  .meta({ id: 'RegisterCustomer' });
export const waitingWire = z
  .object({
    token: z.string().describe('Send it with the code from the mail'),
    expires_at: instant,
  })
  .meta({ id: 'WaitingForCode' });
export const verifyBody = z.strictObject({ token: secret, code }).meta({ id: 'VerifyEmail' });
export const loginBody = z.strictObject({ email, password, venue_id: venueId }).meta({ id: 'CustomerLogin' });
export const refreshBody = z.strictObject({ refresh_token: secret }).meta({ id: 'RefreshTokens' });
export const forgotBody = z.strictObject({ email, venue_id: venueId }).meta({ id: 'ForgotPassword' });
export const resetBody = z.strictObject({ token: secret, code, password: newPassword }).meta({ id: 'ResetPassword' });
export const passwordBody = z
  .strictObject({ current: password, new: newPassword })
  .meta({ id: 'ChangeCustomerPassword' });
export const newEmailBody = z.strictObject({ password, email }).meta({ id: 'ChangeCustomerEmail' });
export const deleteBody = z
  .strictObject({
    password,
    gives_up: z
      .boolean()
      .default(false)
      .describe('Also with entries of nights to come and drinks not handed over: they are lost to the account'),
  })
  .meta({ id: 'DeleteCustomer' });
export const profileBody = z
  .strictObject({
    name: text(80).optional(),
    phone: phone.optional(),
    rut: rut.nullable().optional(),
    birth_date: birthDate.nullable().optional(),
    accepts_marketing: z.boolean().optional(),
  })
  .meta({ id: 'ChangeCustomer' });
export const disableBody = z.strictObject({ reason: text(200) }).meta({ id: 'DisableCustomer' });

/** Apps built without code want one object as the answer to an act, never nothing. */
export const okWire = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' });
export const OK = { ok: true } as const;

const profile = {
  id: z.int().describe('A number, for builders that need one'),
  uuid,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  rut: z.string().nullable(),
  birth_date: calendarDate.nullable(),
  accepts_marketing: z.boolean(),
  terms_accepted_at: instant,
  marketing_accepted_at: instant.nullable(),
  created_at: instant,
};
export const profileWire = z.object(profile).meta({ id: 'CustomerProfile' });
export const tokensWire = z
  .object({
    id: profile.id,
    uuid,
    name: z.string(),
    access_token: z.string().describe('Authorization: Bearer …'),
    token_type: z.literal('Bearer'),
    expires_in: z.int().describe('Seconds for which the access token counts'),
    refresh_token: z.string().describe('Good for one exchange; keep the one that comes back'),
    refresh_expires_at: instant.describe('When the password has to be typed again'),
  })
  .meta({ id: 'CustomerTokens' });
export const exportWire = z
  .object({
    profile: profileWire,
    consents: z.array(z.object({ kind: z.enum(['terms', 'marketing']), granted: z.boolean(), at: instant })),
    sessions: z.array(z.object({ created_at: instant, expires_at: instant, ended_at: instant.nullable() })),
    records: z.record(z.string(), z.unknown()).describe('What other parts of the house keep, by their names'),
    exported_at: instant,
  })
  .meta({ id: 'CustomerExport' });

export const customersQuery = z.strictObject({
  active: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  q: text(60).optional().describe('Part of the name, the address, the phone or the RUT'),
  ...pageQuery,
});
export const customerWire = z.object({ ...profile, is_active: z.boolean() }).meta({ id: 'Customer' });
export const customerPage = pageOf(customerWire).meta({ id: 'CustomerPage' });

export function toRegistration(body: z.output<typeof registerBody>): Registration {
  const { email: address, name, phone: number, rut: taxNumber = null, birth_date: born = null } = body;
  return {
    venueId: body.venue_id,
    email: address,
    password: body.password,
    details: { name, phone: number, rut: taxNumber, birthDate: born },
    acceptsMarketing: body.accepts_marketing ?? false,
  };
}

/** Only what was sent: a missing field stays as it is, null empties it. */
export function toChanges(body: z.output<typeof profileBody>): Partial<CustomerDetails> {
  const { name, phone: number, rut: taxNumber, birth_date: born } = body;
  const all = { name, phone: number, rut: taxNumber, birthDate: born };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function toWaiting({ handle, expiresAt }: Waiting): z.input<typeof waitingWire> {
  return { token: handle, expires_at: expiresAt.toISOString() };
}

export function toTokens(tokens: Tokens, { id, uuid: customer, name }: CustomerView): z.input<typeof tokensWire> {
  return {
    ...{ id, uuid: customer, name },
    access_token: tokens.accessToken,
    token_type: 'Bearer',
    expires_in: tokens.expiresIn,
    refresh_token: tokens.refreshToken,
    refresh_expires_at: tokens.refreshExpiresAt.toISOString(),
  };
}

export function toProfile(customer: CustomerView): z.input<typeof profileWire> {
  return {
    id: customer.id,
    uuid: customer.uuid,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    rut: customer.rut,
    birth_date: customer.birthDate,
    accepts_marketing: customer.marketingAcceptedAt !== null,
    terms_accepted_at: customer.termsAcceptedAt.toISOString(),
    marketing_accepted_at: customer.marketingAcceptedAt?.toISOString() ?? null,
    created_at: customer.createdAt.toISOString(),
  };
}

export function toCustomer(customer: CustomerView): z.input<typeof customerWire> {
  return { ...toProfile(customer), is_active: customer.isActive };
}

export function toCustomerPage({ items, nextCursor }: Page<CustomerView>): z.input<typeof customerPage> {
  return { items: items.map(toCustomer), next_cursor: nextCursor };
}

export function toExport(
  customer: CustomerView,
  consents: readonly ConsentView[],
  sessions: readonly SessionView[],
  records: Record<string, unknown>,
  at: Date,
): z.input<typeof exportWire> {
  return {
    profile: toProfile(customer),
    consents: consents.map(({ kind, granted, at: given }) => ({ kind, granted, at: given.toISOString() })),
    sessions: sessions.map((session) => ({
      created_at: session.created_at.toISOString(),
      expires_at: session.expires_at.toISOString(),
      ended_at: session.revoked_at?.toISOString() ?? null,
    })),
    records,
    exported_at: at.toISOString(),
  };
}
