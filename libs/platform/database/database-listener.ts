import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Client, escapeIdentifier } from 'pg';
import { AppConfig } from '../config';

const RETRY_MS = 500;
/** Only to find out how far this instance has heard. */
const ECHO = 'noche_echo';

type Hear = (payload: string) => void;

/**
 * Hears what other instances (and triggers) say by NOTIFY, on a connection of its own. While that connection is away
 * nothing is heard: who keeps something that a notification would end has to look at {@link isListening}, and is told by
 * {@link onGap} once it listens again.
 */
@Injectable()
export class DatabaseListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly heard = new Map<string, Hear[]>();
  private readonly gaps: (() => void)[] = [];
  private client: Client | undefined;
  private running = false;
  private loop: Promise<void> = Promise.resolve();
  private end: () => void = () => undefined;
  private asking: Promise<unknown> = Promise.resolve();

  constructor(private readonly config: AppConfig) {}

  get isListening(): boolean {
    return this.client !== undefined;
  }

  /** Announce before the application has started. */
  on(channel: string, hear: Hear): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), hear]);
  }

  /** Called when the connection is lost, and when it is back: in between, notifications may have been missed. */
  onGap(act: () => void): void {
    this.gaps.push(act);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.running = true;
    const first = this.connect();
    await first.catch(() => undefined);
    this.loop = this.stayConnected(first);
  }

  async onApplicationShutdown(): Promise<void> {
    this.running = false;
    this.end();
    await this.loop;
  }

  /** Resolves when everything that was committed before this call has been heard. */
  async caughtUp(): Promise<void> {
    const { client } = this;
    if (!client) return;
    const mark = String(Math.random());
    const echoed = new Promise<void>((resolve) => {
      const hear: Hear = (payload) => {
        if (payload !== mark) return;
        this.heard.set(
          ECHO,
          (this.heard.get(ECHO) ?? []).filter((other) => other !== hear),
        );
        resolve();
      };
      this.on(ECHO, hear);
    });
    this.asking = this.asking.then(() => client.query('SELECT pg_notify($1, $2)', [ECHO, mark]));
    await this.asking;
    await echoed;
  }

  private async stayConnected(first: Promise<Client>): Promise<void> {
    for (let next = first; ; next = this.connect()) {
      const client = await next.catch(() => undefined);
      if (client) await this.untilLost(client);
      else await delay(RETRY_MS);
      if (!this.running) return;
    }
  }

  private async untilLost(client: Client): Promise<void> {
    await new Promise<void>((resolve) => {
      this.end = resolve;
      client.once('end', resolve);
      if (!this.running || this.client !== client) resolve();
    });
    this.client = undefined;
    await client.end().catch(() => undefined);
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    const lost = (): void => {
      if (this.client !== client) return;
      this.client = undefined;
      this.tellOfGap();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel, payload }) => {
      for (const hear of this.heard.get(channel) ?? []) hear(payload ?? '');
    });
    await client.connect();
    for (const channel of new Set([ECHO, ...this.heard.keys()]))
      await client.query(`LISTEN ${escapeIdentifier(channel)}`);
    this.client = client;
    this.tellOfGap();
    return client;
  }

  private tellOfGap(): void {
    for (const act of this.gaps) act();
  }
}
