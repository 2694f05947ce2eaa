import { z } from 'zod';

const password = z.string().min(1).max(200);

export const changePasswordBody = z
  .strictObject({ current: password, new: password.describe('At least 12 characters, not the username') })
  .meta({ id: 'ChangePassword' });
export const factorWire = z
  .object({
    secret: z.string().describe('Base 32, to be typed into an authenticator app'),
    otpauth_url: z.string().describe('The same, to be shown as QR'),
  })
  .meta({ id: 'ProposedFactor' });
export const confirmFactorBody = z.strictObject({ code: z.string().regex(/^\d{6}$/) }).meta({ id: 'ConfirmFactor' });
export const disableFactorBody = z.strictObject({ password }).meta({ id: 'DisableFactor' });
