import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { RunningClub, startClub } from './support/club';
import { filmQr, filmRoom } from './support/qr-video';
import { violationsOn } from './support/axe';

interface Sold {
  readonly id: string;
  readonly qr: string;
  readonly display_code: string;
}

type Answer = Record<string, unknown>;

describe("the bar's camera", () => {
  let club: RunningClub;
  let folder: string;
  let barState: Awaited<ReturnType<BrowserContext['storageState']>>;
  const browsers: Browser[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'noche-camera-'));
    club = await startClub();
  }, 180_000);

  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await club.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  const clip = (): string => join(folder, 'camera.y4m');

  async function open(args: readonly string[], state?: typeof barState): Promise<Page> {
    const browser = await launchBrowser(args);
    browsers.push(browser);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'es-CL',
      serviceWorkers: 'block',
      ...(state ? { storageState: state } : {}),
    });
    context.setDefaultTimeout(20_000);
    return context.newPage();
  }

  function browserOf(page: Page): Browser {
    const browser = page.context().browser();
    if (!browser) throw new Error('this page has no browser');
    return browser;
  }

  /** Two piscolas and a water, sold for cash by the demo's second cashier through the API of the till. */
  async function sell(page: Page): Promise<Sold> {
    await page.goto(`${club.url}/pos/`);
    return page.evaluate(async (code): Promise<Sold> => {
      const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
        const answer = await fetch(`/api/v1${path}`, {
          method,
          headers: { 'x-app': 'pos', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        return (await answer.json()) as Answer;
      };
      type Named = { id: string; name: string };
      const named = async (path: string, list: string, name: string): Promise<string> =>
        ((await call('GET', path))[list] as Named[]).find((one) => one.name === name)?.id ?? '';
      await call('POST', '/devices/enrol', { code });
      const employee_id = await named('/staff/pickable?station=register', 'items', 'Rocío Fuentes');
      await call('POST', '/staff/login', { employee_id, station: 'register', pin: '730516' });
      const register = await named('/registers', 'items', 'Caja 2');
      const session = await call('POST', `/registers/${register}/sessions`, { denominations: { '10000': 6 } });
      const { products } = (await call('GET', '/catalog')) as { products: Named[] };
      const product = (name: string): string => products.find((one) => one.name === name)?.id ?? '';
      const lines = [
        { product_id: product('Piscola'), qty: 2 },
        { product_id: product('Agua mineral'), qty: 1 },
      ];
      const quote = await call('POST', '/sales/quote', { register_session_id: session['id'], lines });
      const total = quote['total_amount'];
      const sale = await call('POST', '/sales', {
        id: crypto.randomUUID(),
        register_session_id: session['id'],
        lines,
        payments: [{ method: 'cash', amount: total, tendered: 50_000 }],
      });
      return sale['ticket'] as Sold;
    }, club.codes.till);
  }

  it('brings the green answer for a ticket that is held before it, from our own origin and under a strict policy', async () => {
    filmRoom(clip());
    const page = await open([`--use-file-for-fake-video-capture=${clip()}`]);
    const sold = await sell(await (await browserOf(page).newContext()).newPage());
    filmQr(clip(), sold.qr);
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('request', (request) => void asked.push(request.url()));
    const shell = await page.goto(`${club.url}/bar/?code=${club.codes.bar}`);
    expect(shell?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    await page.getByRole('button', { name: /Fernanda Muñoz/ }).click();
    await page.getByRole('heading', { name: 'Entregar', exact: true }).waitFor();
    const shown = await page.locator('body').innerText();
    for (const text of [sold.display_code, 'Piscola', 'Agua mineral']) expect(shown).toContain(text);
    expect(asked.some((url) => url.endsWith('.wasm'))).toBe(true);
    expect(asked.filter((url) => !url.startsWith(club.url) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints.filter((text) => /Content Security Policy|wasm/i.test(text))).toEqual([]);
    barState = await page.context().storageState();

    const looked = await page.evaluate(async (qr) => {
      const headers = { 'x-app': 'bar', 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/tickets/scan', { method: 'POST', headers, body: JSON.stringify({ qr }) });
      return (await answer.json()) as { outcome: string; ticket: { status: string } };
    }, sold.qr);
    expect(looked).toMatchObject({ outcome: 'deliver', ticket: { status: 'OPEN' } });
  }, 60_000);

  it.each([
    ['is refused', '--use-fake-ui-for-media-stream=deny', 'La cámara no tiene permiso', /ajustes del navegador/],
    ['is missing', '--use-fake-device-for-media-stream=device-count=0', 'Esta tablet no tiene cámara', /Usa el lector/],
  ])('says what works instead when it %s', async (_, flag, title, detail) => {
    const page = await open([flag], barState);
    await page.goto(`${club.url}/bar/`);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText(detail).waitFor();
    await page.getByRole('button', { name: 'Reintentar cámara' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('says so when its pictures cannot be read, instead of letting a guest wait', async () => {
    const page = await open([], barState);
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(`${club.url}/bar/`);
    await page.getByRole('heading', { name: 'La cámara no puede leer códigos' }).waitFor();
    await page.getByText(/Usa el lector/).waitFor();
  });
});
