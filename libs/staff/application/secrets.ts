/** Chance, hashes and seals: what only the outside can give. */
export abstract class Secrets {
  /** 256 bits, for a session, a device or a step-up. */
  abstract newToken(): string;
  /** Random bytes, for an enrolment code. */
  abstract bytes(count: number): Uint8Array;
  /** What is stored in place of a token or code. */
  abstract hashOf(secret: string): Buffer;
  /** Encrypts what must be readable again. */
  abstract seal(text: string): Buffer;
  abstract open(sealed: Buffer): string;
}

/** Slow hashes for what people remember: PINs and passwords. */
export abstract class SecretHasher {
  abstract hash(secret: string): Promise<string>;
  /** @param hash null takes as long as a real one and is never right, so that time does not tell who exists */
  abstract matches(hash: string | null, secret: string): Promise<boolean>;
}

/** Codes that change every 30 s (RFC 6238). */
export abstract class OneTimeCodes {
  abstract newSecret(): string;
  /** For the QR that an authenticator app reads. */
  abstract urlOf(secret: string, username: string): string;
  /** @returns the step that the code belongs to, undefined when it is none of now's, the one before or after */
  abstract stepOf(secret: string, code: string, at: Date): number | undefined;
}
