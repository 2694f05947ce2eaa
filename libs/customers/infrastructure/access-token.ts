import { Injectable } from '@nestjs/common';
import { sign } from 'jsonwebtoken';
import { Clock } from '@libs/kernel';
import { AppConfig, derivedKey } from '@libs/platform';
import { AccessClaims, AccessTokens } from '../application';
import { ACCESS_SECONDS } from '../domain';

/** What every access token of this house has in common; another value in any of them and it does not count. */
export const TOKEN = { algorithm: 'HS256', typ: 'at+jwt', audience: 'noche-customers' } as const;

/** A key for this purpose alone, made from the data key. */
export function accessKey(config: AppConfig): Buffer {
  return derivedKey(config.dataKey, 'noche customer access tokens 1');
}

/** Who made it: the address of the house. */
export function issuerOf(config: AppConfig): string {
  return config.publicOrigin ?? 'noche';
}

/** Signs access tokens. */
@Injectable()
export class JwtAccessTokens extends AccessTokens {
  private readonly key: Buffer;

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    super();
    this.key = accessKey(config);
  }

  issue({ customerId, sessionId, tokenVersion }: AccessClaims): string {
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const about = { iss: issuerOf(this.config), aud: TOKEN.audience, sub: customerId, sid: sessionId };
    return sign({ ...about, ver: tokenVersion, iat, exp: iat + ACCESS_SECONDS }, this.key, {
      algorithm: TOKEN.algorithm,
      header: { alg: TOKEN.algorithm, typ: TOKEN.typ },
    });
  }
}
