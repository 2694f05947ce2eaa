import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { accessSync, constants } from 'node:fs';
import { ApiError } from '../api/agent-api';
import { postJson } from '../api/http-agent-api';
import { isObject } from '../getnet/envelope';
import { readApiUrl, SetupError } from './config';
import { writeKey } from './key';

const TIMEOUT_MS = 15_000;

/**
 * Exchanges the one-time code for the agent's key and keeps it in the key file.
 * @returns what to tell the person; never the key
 * @throws SetupError
 */
export async function enrol(
  { code, api, keyFile }: { readonly code: string; readonly api: string; readonly keyFile: string },
  version: string,
): Promise<string> {
  const url = readApiUrl(api);
  const file = resolve(keyFile);
  try {
    // The code works once: find out before it is used whether the key can be kept.
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new SetupError(`The key cannot be kept: ${dirname(file)} cannot be written.`);
  }
  try {
    const body = { code, version, hostname: hostname() };
    const answer = await postJson(`${url}/api/v1/agent/enrol`, body, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (typeof answer.key !== 'string') throw new SetupError('The server sent no key; is --api right?');
    writeKey(file, answer.key);
    const register = isObject(answer.register) && typeof answer.register.name === 'string' ? answer.register.name : '';
    return `Enrolled${register ? ` for ${register}` : ''}; the key is in ${file}.`;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'agent.code_unknown') throw new SetupError('The code is not valid (any more): make a new one.');
    throw new SetupError(`Enrolling failed: ${error.message}.`);
  }
}
