import { Client } from 'pg';
import { BenchClub } from './club';
import { BenchDoor, waitingOutside } from './doors-club';
import { LoadOrder, Measured } from './load';
import { line, median } from './report';

/** More than both sides let in, in all of their rounds. */
export const ENTRIES = 120_000;
const ROUNDS = 3;
const WARM_UP = 1_000;

/** The API process and its database, as far as doors need them. */
export interface DoorStage {
  readonly owner: Client;
  readonly club: BenchClub;
  readonly doors: readonly BenchDoor[];
  order(given: Pick<LoadOrder, 'what' | 'seconds' | 'acts' | 'doors' | 'entries'>): Promise<Measured>;
  /** Until the API has handed on every event. */
  relayed(): Promise<void>;
}

export interface DoorFigures {
  readonly bare: readonly Measured[];
  readonly validate: readonly Measured[];
  /** Of what the bare database does, 0 to 1. */
  readonly share: number;
}

/** People who come in by their QR at eight doors of one house, against the bare database with the same rows, alternating. */
export async function measureDoors(stage: DoorStage, seconds: number): Promise<DoorFigures> {
  const admit = async (what: 'bare-door' | 'http-door', given: object): Promise<Measured> => {
    const entries = await waitingOutside(stage.owner, stage.club);
    const measured = await stage.order({ what, doors: stage.doors, entries, ...given });
    await stage.relayed();
    return measured;
  };
  await admit('http-door', { acts: WARM_UP });
  const figures = { bare: [] as Measured[], validate: [] as Measured[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.bare.push(await admit('bare-door', { seconds }));
    figures.validate.push(await admit('http-door', { seconds }));
  }
  return { ...figures, share: median(figures.validate, 'perSecond') / median(figures.bare, 'perSecond') };
}

export function printDoors({ bare, validate }: DoorFigures): void {
  process.stdout.write('\nDoors\n');
  console.table([line('check-in, bare database', bare), line('POST /entradas/validate', validate, bare)]);
}
