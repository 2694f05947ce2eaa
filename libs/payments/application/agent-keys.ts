/** Secrets of agents: a short code to enrol with, a long key afterwards. Only hashes are stored. */
export abstract class AgentKeys {
  abstract newCode(): { code: string; shown: (code: string) => string; codeHash: Buffer };
  abstract hashOfCode(typed: string): Buffer;
  /** 256 bits, recognisable by its beginning. */
  abstract newKey(): string;
  abstract hashOf(key: string): Buffer;
}
