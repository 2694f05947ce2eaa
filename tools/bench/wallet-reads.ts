import { HttpClient } from './http-client';
import { LoadOrder, Measured } from './load';
import { line, timeAlone } from './report';
import { GUEST_READS } from './wallets-club';

const ROUNDS = 3;
const WARM_UP = 1_000;

/** The API process, as far as guests' reads need it. */
export interface ReadStage {
  readonly port: number;
  /** Access tokens that are still good: they last ten minutes. */
  tokens(): readonly string[];
  order(given: Pick<LoadOrder, 'what' | 'seconds' | 'acts' | 'guests'>): Promise<Measured>;
}

export interface WalletReads {
  /** In the tables while it was measured. */
  readonly transfers: number;
  readonly balance: readonly Measured[];
  readonly history: readonly Measured[];
  /** The balance and then the history, for a guest with nobody else about, ms. */
  readonly aloneMs: number;
}

/** What guests look at: the balance, and the first page of what moved it. */
export async function measureWalletReads(stage: ReadStage, transfers: number, seconds: number): Promise<WalletReads> {
  const read = (what: 'http-balance' | 'http-history', given: object): Promise<Measured> =>
    stage.order({ what, guests: stage.tokens(), ...given });
  const figures = { balance: [] as Measured[], history: [] as Measured[] };
  await read('http-balance', { acts: WARM_UP });
  await read('http-history', { acts: WARM_UP });
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.balance.push(await read('http-balance', { seconds }));
    figures.history.push(await read('http-history', { seconds }));
  }
  return { transfers, ...figures, aloneMs: await lookAlone(stage) };
}

async function lookAlone({ port, tokens }: ReadStage): Promise<number> {
  const http = await HttpClient.open(port, {});
  const guests = tokens();
  const ms = await timeAlone(async (turn) => {
    for (const path of [GUEST_READS.balance, GUEST_READS.history]) {
      const { status } = await http.get(path, `Bearer ${guests[turn % guests.length] ?? ''}`);
      if (status !== 200) throw new Error(`a guest was answered with ${String(status)}`);
    }
  });
  http.close();
  return ms;
}

export function printWalletReads({ transfers, balance, history, aloneMs }: WalletReads): void {
  process.stdout.write(`\nWallets with ${transfers.toLocaleString('en')} transfers\n`);
  console.table([line('GET /wallet/balance', balance), line('GET /wallet/transactions', history)]);
  process.stdout.write(`Balance and history, one guest alone: ${aloneMs.toFixed(1)} ms (median of 20)\n`);
}
