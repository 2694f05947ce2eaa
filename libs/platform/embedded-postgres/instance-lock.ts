import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';
import { processStart } from './process-identity';

/** Who works with a data folder right now, and where its Postgres listens. */
export interface Instance {
  readonly pid: number;
  /** Start of that process, so that a number used again after a crash is not taken for it. */
  readonly processStart: string;
  readonly port: number;
}

const FILE_NAME = 'instance.json';

/** The live instance of a data folder, or nothing when there is none or the last one died. */
export function liveInstance(dataFolder: string): Instance | undefined {
  try {
    const instance = JSON.parse(readFileSync(join(dataFolder, FILE_NAME), 'utf8')) as Instance;
    return processStart(instance.pid) === instance.processStart ? instance : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Claims a data folder for this process. Of several that try at once, one succeeds.
 * @returns the instance that holds the folder instead, or nothing when this process holds it now
 */
export function claimInstance(dataFolder: string, port: number): Instance | undefined {
  const path = join(dataFolder, FILE_NAME);
  const mine = `${path}.${String(process.pid)}`;
  const instance: Instance = { pid: process.pid, processStart: processStart(process.pid) ?? '', port };
  writeFileSync(mine, JSON.stringify(instance), { mode: 0o644 });
  try {
    for (;;) {
      try {
        // A hard link either appears whole or fails: nobody can read half a file or overwrite a rival's.
        linkSync(mine, path);
        return undefined;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unclaimable(dataFolder, error as Error);
        const holder = liveInstance(dataFolder);
        if (holder) return holder;
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function unclaimable(dataFolder: string, { message }: Error): StartError {
  return new StartError(`The data folder ${dataFolder} cannot be used (${message}); set DATA_DIR to another.`);
}

/** Gives the folder free again. */
export function releaseInstance(dataFolder: string): void {
  rmSync(join(dataFolder, FILE_NAME), { force: true });
}
