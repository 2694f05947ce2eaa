import { Injectable } from '@nestjs/common';
import { AgentCaller, AgentReader, Database, newSecret, sha256, sql } from '@libs/platform';
import { AgentKeys } from '../application';
import { AgentCache } from './agent-cache';

const FIND = sql(
  'payments.agent_by_key',
  `SELECT a.id, a.venue_id AS "venueId", a.register_id AS "registerId", r.name AS "registerName", a.name,
     a.next_key_hash = $1 AS "isNext"
   FROM payments.agents a JOIN sales.registers r ON r.id = a.register_id
   WHERE (a.key_hash = $1 OR a.next_key_hash = $1) AND a.revoked_at IS NULL`,
);
/** The new key was used: the old one is worth nothing from now on. */
const ADOPT = sql(
  'payments.adopt_agent_key',
  'UPDATE payments.agents SET key_hash = $1, next_key_hash = NULL WHERE next_key_hash = $1',
);

type Known = Omit<AgentCaller, 'ip'>;

/** A revoked key is out at the next request, and a new one ends the old one with its first: {@link AgentCache} hears of it. */
@Injectable()
export class SqlAgentReader extends AgentReader {
  constructor(
    private readonly database: Database,
    private readonly known: AgentCache,
  ) {
    super();
  }

  async agent(key: string, ip: string | null): Promise<AgentCaller | undefined> {
    const hash = sha256(key);
    const agent = await this.known.get(hash.toString('base64'), () => this.find(hash));
    return agent && { ...agent, ip };
  }

  private async find(hash: Buffer): Promise<Known | undefined> {
    const [row] = await this.database.rows<Known & { isNext: boolean | null }>(FIND, [hash]);
    if (!row) return undefined;
    const { isNext, ...agent } = row;
    if (isNext) {
      await this.database.rows(ADOPT, [hash]);
      this.known.forget();
    }
    return agent;
  }
}

/** Crockford's base 32: no I, L, O, U, which are mistaken for other signs. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_SIGNS = 8;

/** {@link AgentKeys} from Node's randomness. */
@Injectable()
export class RandomAgentKeys extends AgentKeys {
  newCode(): ReturnType<AgentKeys['newCode']> {
    const signs = Buffer.from(newSecret(), 'base64url').subarray(0, CODE_SIGNS);
    const code = Array.from(signs, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return { code, shown: (text) => `${text.slice(0, 4)}-${text.slice(4)}`, codeHash: this.hashOfCode(code) };
  }

  /** Case, spaces and hyphens do not matter, O is 0, I and L are 1. */
  hashOfCode(typed: string): Buffer {
    return sha256(typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'));
  }

  newKey(): string {
    return `noche-agent-${newSecret()}`;
  }

  hashOf(key: string): Buffer {
    return sha256(key);
  }
}
