import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@libs/kernel';
import { BenchCards } from './cards-club';
import { CardsMeasured, CardsOrder } from './cards-load';
import { HttpClient } from './http-client';

const SALES = 150;
/**
 * Long enough for every agent to have asked anew once. The idle API itself takes more of a core than the agents do, so it is
 * measured for as long as they are.
 */
const IDLE_SECONDS = 55;

export interface CardFigures {
  readonly claimP50Ms: number;
  readonly claimP99Ms: number;
  readonly saleP50Ms: number;
  readonly saleP99Ms: number;
  /** Share of one core that the API spends on agents that wait, with the same share without them taken off. */
  readonly idleAgentsShare: number;
}

/** Card sales whose terminal takes no time, and 200 agents that wait. @param cpuSeconds of the API process so far */
export async function measureCards(
  port: number,
  cards: BenchCards,
  cpuSeconds: () => Promise<number>,
): Promise<CardFigures> {
  const { claimMs, saleMs } = await sell({ cards, port, sales: SALES });
  const quiet = await shareOver(IDLE_SECONDS, cpuSeconds);
  const waiting = await Promise.all(
    cards.idleKeys.map((key) => HttpClient.open(port, { Authorization: `Bearer ${key}` })),
  );
  let over = false;
  const polls = waiting.map(async (http) => {
    while (!over) await http.post('/api/v1/agent/operations/claim', {}, newId()).catch(() => delay(50));
  });
  // An API that has stood for a night has compiled what a poll runs: the first round does that and is not counted.
  await delay(IDLE_SECONDS * 1_000);
  const busy = await shareOver(IDLE_SECONDS, cpuSeconds);
  over = true;
  for (const http of waiting) http.close();
  void Promise.allSettled(polls);
  return {
    claimP50Ms: at(claimMs, 0.5),
    claimP99Ms: at(claimMs, 0.99),
    saleP50Ms: at(saleMs, 0.5),
    saleP99Ms: at(saleMs, 0.99),
    idleAgentsShare: Math.max(0, busy - quiet),
  };
}

export function printCards(figures: CardFigures): void {
  const { claimP50Ms, claimP99Ms, saleP50Ms, saleP99Ms, idleAgentsShare } = figures;
  process.stdout.write(
    `\nCards with a terminal that takes no time\n` +
      `  intent to claim  p50 ${claimP50Ms.toFixed(1)} ms, p99 ${claimP99Ms.toFixed(1)} ms\n` +
      `  intent to sale   p50 ${saleP50Ms.toFixed(1)} ms, p99 ${saleP99Ms.toFixed(1)} ms\n` +
      `  200 agents that wait: ${(idleAgentsShare * 100).toFixed(2)} % of a core\n`,
  );
}

async function shareOver(seconds: number, cpuSeconds: () => Promise<number>): Promise<number> {
  const before = await cpuSeconds();
  await delay(seconds * 1_000);
  return ((await cpuSeconds()) - before) / seconds;
}

function sell(order: CardsOrder): Promise<CardsMeasured> {
  const load = fork(join(__dirname, 'cards-load.js'), { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    load.once('message', (measured) => resolve(measured as CardsMeasured));
    load.once('exit', (code) => reject(new Error(`the card sales ended with code ${String(code)}`)));
    load.send(order);
  });
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
