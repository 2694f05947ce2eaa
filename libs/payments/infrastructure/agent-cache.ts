import { Injectable } from '@nestjs/common';
import { AgentCaller, ChangeCache, DatabaseListener } from '@libs/platform';

/** On this channel the database tells that an agent's key, its revocation or a name changed, whoever changed it. */
const AGENTS_CHANGED = 'noche_agents_changed';

/** Agents by the hash of a key that counts, until anything changes about who has which key. */
@Injectable()
export class AgentCache extends ChangeCache<Omit<AgentCaller, 'ip'>> {
  constructor(listener: DatabaseListener) {
    super(listener, AGENTS_CHANGED);
  }
}
