import { APP_URL_VARIABLE, OWNER_URL_VARIABLE } from './variables';

/** After the last test of a run: the throw-away Postgres and its folder go. */
export default async function stopCluster(): Promise<void> {
  const cluster = globalThis.nocheTestCluster;
  if (!cluster) return;
  globalThis.nocheTestCluster = undefined;
  Reflect.deleteProperty(process.env, OWNER_URL_VARIABLE);
  Reflect.deleteProperty(process.env, APP_URL_VARIABLE);
  await cluster.stop();
}
