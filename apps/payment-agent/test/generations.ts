import type { AgentParts } from '../src/agent/agent';
import { pause } from '../src/api/retry';
import { Bench, settled, type Life } from './bench';
import { Death, MortalApi, MortalJournal, Mortality, MortalTransport } from './mortal';
import { SimulatorTransport } from './simulator-transport';

export interface Crash {
  readonly step: number;
  readonly manner: 'before' | 'after' | 'torn';
  /** How long the machine stays off, in seconds. */
  readonly offSeconds: number;
}

/** Agents that follow each other on one journal: each lives until its crash, the last one for good. */
export class Generations {
  current: Mortality = new Mortality();
  private life: Life | undefined;
  private ended = false;

  constructor(
    private readonly bench: Bench,
    private readonly crashes: readonly Crash[],
    private readonly investigate?: AgentParts['investigate'],
    private readonly delays: readonly number[] = [],
  ) {}

  start(): void {
    void this.go();
  }

  /** Ends the last one; its timers are forgotten. */
  async stop(): Promise<void> {
    this.ended = true;
    this.current.die();
    await settled();
    jest.clearAllTimers();
  }

  private async go(): Promise<void> {
    for (const { step, manner, offSeconds } of this.crashes) {
      await this.live(new Mortality(step, manner));
      await pause(offSeconds * 1_000);
    }
    if (!this.ended) await this.live(new Mortality());
  }

  /** Resolves when it died. */
  private async live(mortality: Mortality): Promise<void> {
    this.current = mortality;
    const { bench, investigate } = this;
    const journal = new MortalJournal(bench.journalFile, mortality);
    const transports: SimulatorTransport[] = [];
    this.life = bench.start({
      api: new MortalApi(bench.api, mortality),
      journal,
      investigate,
      newTransport: () => {
        const inner = new SimulatorTransport(bench.terminal, this.delays);
        transports.push(inner);
        return new MortalTransport(inner, mortality);
      },
    });
    this.life.ended.catch((error: unknown) => {
      if (!(error instanceof Death)) throw error;
    });
    await mortality.death;
    // The machine is off: the terminal sees the line break.
    await settled();
    await Promise.all(transports.map((transport) => transport.close()));
    journal.close();
  }
}
