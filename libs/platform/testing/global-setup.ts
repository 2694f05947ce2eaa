import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres';
import { migrate } from '../migrate';
import { APP_URL_VARIABLE, OWNER_URL_VARIABLE } from './variables';

declare global {
  var nocheTestCluster: EmbeddedPostgres | undefined;
}

/** Before the first test of a run: one throw-away Postgres whose migrated database every test file copies. */
export default async function startCluster(): Promise<void> {
  if (process.env[OWNER_URL_VARIABLE]) return;
  const cluster = await startEmbeddedPostgres({ ephemeral: true, unsafeFast: true });
  globalThis.nocheTestCluster = cluster;
  await migrate(cluster.ownerUrl, cluster.appUrl);
  process.env[OWNER_URL_VARIABLE] = cluster.ownerUrl;
  process.env[APP_URL_VARIABLE] = cluster.appUrl;
}
