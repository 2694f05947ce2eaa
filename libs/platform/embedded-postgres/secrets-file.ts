import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';

/** What the product generates for itself when nobody hands it secrets: kept beside the data, never in the database. */
export interface GeneratedSecrets {
  /** Password of the database role that owns the schemas and runs migrations. */
  readonly PG_OWNER_PASSWORD: string;
  /** Password of the database role the API works with. */
  readonly PG_APP_PASSWORD: string;
  /** 32 bytes, base64: mixed into every PIN hash. */
  readonly PIN_PEPPER: string;
  /** 32 bytes, base64: signs ticket codes. */
  readonly QR_SECRET: string;
  /** 32 bytes, base64: encrypts the few columns that must not be readable from a copy of the database. */
  readonly DATA_KEY: string;
}

const FILE_NAME = 'secrets.json';

/**
 * Reads the secrets of a data folder, generating those that are missing (mode 0600).
 * @param dataFolder an existing, writable folder
 * @throws StartError when the file is damaged, or is gone while a database that depends on it is there
 */
export function loadSecrets(dataFolder: string): GeneratedSecrets {
  const path = join(dataFolder, FILE_NAME);
  const known = existsSync(path) ? parse(path) : undefined;
  if (!known && existsSync(join(dataFolder, 'pg', 'PG_VERSION'))) {
    throw new StartError(
      `${path} is missing although the folder holds a database that needs it; restore the file or use an empty DATA_DIR.`,
    );
  }
  const secrets: GeneratedSecrets = {
    PG_OWNER_PASSWORD: known?.PG_OWNER_PASSWORD ?? randomBytes(24).toString('hex'),
    PG_APP_PASSWORD: known?.PG_APP_PASSWORD ?? randomBytes(24).toString('hex'),
    PIN_PEPPER: known?.PIN_PEPPER ?? randomBytes(32).toString('base64'),
    QR_SECRET: known?.QR_SECRET ?? randomBytes(32).toString('base64'),
    DATA_KEY: known?.DATA_KEY ?? randomBytes(32).toString('base64'),
  };
  if (!known || Object.keys(secrets).some((key) => !(key in known))) write(path, secrets);
  return secrets;
}

function parse(path: string): Partial<GeneratedSecrets> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<GeneratedSecrets>;
  } catch (error) {
    throw new StartError(`${path} cannot be read (${(error as Error).message}); restore it from a backup.`);
  }
}

function write(path: string, secrets: GeneratedSecrets): void {
  const unfinished = `${path}.${String(process.pid)}`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, path);
}
