import { Page } from 'playwright-core';
import { RunningClub } from './club';

export interface SoldEntry {
  readonly qr: string;
  readonly display_code: string;
}

type Answer = Record<string, unknown>;

/**
 * Entries sold for cash at the till of the door, and a code for one more tablet, through the API of till and admin.
 * @param page a browser that is no station yet
 */
export async function sellEntries(
  page: Page,
  club: RunningClub,
  qty: number,
): Promise<{ entries: [SoldEntry, SoldEntry]; secondDoorCode: string }> {
  await page.goto(`${club.url}/pos/`);
  return page.evaluate(
    async ({ tillCode, people }) => {
      const call = async (app: string, method: string, path: string, body?: unknown): Promise<Answer> => {
        const answer = await fetch(`/api/v1${path}`, {
          method,
          headers: { 'x-app': app, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        return (await answer.json()) as Answer;
      };
      type Named = { id: string; name: string };
      const named = async (path: string, list: string, name: string): Promise<string> =>
        ((await call('pos', 'GET', path))[list] as Named[]).find((one) => one.name === name)?.id ?? '';
      await call('pos', 'POST', '/devices/enrol', { code: tillCode });
      const employee_id = await named('/staff/pickable?station=register', 'items', 'Rocío Fuentes');
      await call('pos', 'POST', '/staff/login', { employee_id, station: 'register', pin: '730516' });
      const register = await named('/registers', 'items', 'Caja 5');
      const session = await call('pos', 'POST', `/registers/${register}/sessions`, { denominations: { '10000': 4 } });
      const lines = [{ product_id: await named('/catalog', 'products', 'Entrada general'), qty: people }];
      const quote = await call('pos', 'POST', '/sales/quote', { register_session_id: session['id'], lines });
      const sale = await call('pos', 'POST', '/sales', {
        id: crypto.randomUUID(),
        register_session_id: session['id'],
        lines,
        payments: [{ method: 'cash', amount: quote['total_amount'], tendered: 100_000 }],
      });
      const { items } = await call('pos', 'GET', `/entradas/of-sale/${String(sale['id'])}`);
      await call('admin', 'POST', '/admin/login', { username: 'paula', password: 'noche-de-prueba' });
      const device = await call('admin', 'POST', '/devices', { name: 'Puerta sur' });
      return { entries: items as [SoldEntry, SoldEntry], secondDoorCode: String(device['code']) };
    },
    { tillCode: club.codes.till, people: qty },
  );
}
