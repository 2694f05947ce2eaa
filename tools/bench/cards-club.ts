import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import { BenchClub } from './club';

/** A till with a terminal, and agents that wait for work that does not come. */
export interface BenchCards {
  readonly till: { readonly cookie: string; readonly sessionId: string; readonly agentKey: string };
  readonly product: { readonly id: string; readonly price: number };
  readonly idleKeys: readonly string[];
}

const IDLE_AGENTS = 200;

/** Gives the first till of the club a terminal, and the house 200 more registers with agents. */
export async function writeBenchCards(client: Client, club: BenchClub): Promise<BenchCards> {
  const [till] = club.tills;
  const [product] = club.products;
  if (!till || !product) throw new Error('the bench club has no till');
  const { rows } = await client.query<{ registerId: string }>(
    `UPDATE sales.registers r SET primary_provider = 'getnet_terminal' FROM sales.register_sessions s
     WHERE s.id = $1 AND r.id = s.register_id RETURNING r.id AS "registerId"`,
    [till.sessionId],
  );
  const agentKey = await writeAgent(client, club.venueId, rows[0]?.registerId ?? '');
  const idleKeys: string[] = [];
  for (let n = 0; n < IDLE_AGENTS; n += 1) {
    const registerId = newId();
    await client.query(
      `INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES ($1, $2, $3, 'bar', $4)`,
      [registerId, club.venueId, `Idle ${String(n)}`, till.locationId],
    );
    idleKeys.push(await writeAgent(client, club.venueId, registerId));
  }
  return { till: { cookie: till.cookie, sessionId: till.sessionId, agentKey }, product, idleKeys };
}

async function writeAgent(client: Client, venueId: string, registerId: string): Promise<string> {
  const key = `noche-agent-${newSecret()}`;
  await client.query(
    `INSERT INTO payments.agents (id, venue_id, register_id, name, key_hash, created_at, enrolled_at)
     VALUES ($1, $2, $3, 'Bench', $4, now(), now())`,
    [newId(), venueId, registerId, sha256(key)],
  );
  return key;
}
