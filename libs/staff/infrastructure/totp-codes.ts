import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { OneTimeCodes } from '../application';

const ISSUER = 'Noche';
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** Steps of 30 s before and after now's that are accepted: clocks of phones differ. */
const WINDOW = 1;

@Injectable()
export class TotpCodes extends OneTimeCodes {
  newSecret(): string {
    return new Secret({ size: SECRET_BYTES }).base32;
  }

  urlOf(secret: string, username: string): string {
    return totp(secret, username).toString();
  }

  stepOf(secret: string, code: string, at: Date): number | undefined {
    const timestamp = at.getTime();
    const delta = totp(secret, '').validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? undefined : TOTP.counter({ timestamp }) + delta;
  }
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret) });
}
