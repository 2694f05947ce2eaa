import { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';

const GUEST = { email: 'antonia.lagos@example.com', password: 'piscola-con-hielo' };
const SUPERVISOR = { name: 'Ignacio Bravo', pin: '816047' };

interface Sale {
  readonly id: string;
  readonly total_amount: number;
}

describe('a guest with a wallet, at the till, at the bar and in the back office', () => {
  let club: RunningClub;
  let browser: Browser;
  let till: Page;
  let bar: Page;
  let admin: Page;
  let token: string;
  let sale: Sale;
  let before: number;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    [till, bar, admin] = await Promise.all([page(), page(), page()]);
    const answer = await fetch(`${club.url}/api/v1/customers/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(GUEST),
    });
    ({ access_token: token } = (await answer.json()) as { access_token: string });
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  async function page(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'es-CL',
      timezoneId: 'America/Santiago',
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  const button = (on: Page | Locator, name: string | RegExp): Locator =>
    on.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

  /** Presses as a person does: not in the first moment after something opened, when taps are ignored on purpose. */
  async function press(target: Locator): Promise<void> {
    await target.waitFor();
    await target.page().waitForTimeout(400);
    await target.click();
  }

  async function asGuest<T>(path: string): Promise<T> {
    const answer = await fetch(`${club.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    return (await answer.json()) as T;
  }

  const balance = async (): Promise<number> => (await asGuest<{ balance: number }>('/wallet/balance')).balance;

  /** What the guest's telephone shows, through a keyboard-wedge scanner. */
  async function showQr(on: Page): Promise<string> {
    const { qr } = await asGuest<{ qr: string }>('/wallet/qr');
    await scan(on, qr);
    return qr;
  }

  async function scan(on: Page, code: string): Promise<void> {
    await on.keyboard.type(code);
    await on.keyboard.press('Enter');
  }

  const tile = (name: string): Locator => till.locator('.n-tile').filter({ hasText: name }).first();
  const inPesos = (amount: number): string => `$${amount.toLocaleString('es-CL')}`;

  it('recognises a guest at the till by the QR of the telephone', async () => {
    await till.goto(`${club.url}/pos/?code=${club.codes.till}`);
    await button(till, /Rocío Fuentes/).click();
    for (const digit of '730516') await button(till, digit).click();
    await till.locator('.pos-register').filter({ hasText: 'Caja 2' }).getByRole('button').click();
    await button(till, /^Abrir con \$60\.000/).click();
    await tile('Piscola').waitFor();
    before = await balance();
    const used = await showQr(till);
    await till.getByText('Antonia', { exact: true }).waitFor();
    await till.getByText(new RegExp(inPesos(before).replace(/[$.]/g, '\\$&'))).waitFor();
    await button(till, 'Quitar a Antonia').click();
    await scan(till, used);
    await till.getByText(/Cada QR sirve una vez/).waitFor();
    expect(await violationsOn(till)).toEqual([]);
  });

  it('takes cash for the wallet, which is balance at once', async () => {
    await showQr(till);
    await button(till, 'Cargar').click();
    await press(button(till, '$20.000'));
    expect(await violationsOn(till)).toEqual([]);
    await press(button(till, /^Recibí \$20\.000 en efectivo/));
    await till.getByText('$20.000 cargados a Antonia').waitFor();
    expect(await balance()).toBe(before + 20_000);
    before += 20_000;
  });

  it('sells three drinks by wallet, says what stays, and what the guest earned', async () => {
    for (const name of ['Piscola', 'Piscola', 'Agua mineral']) await tile(name).click();
    await button(till, 'Billetera').click();
    await till.getByText('Saldo después').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    const [answer] = await Promise.all([
      till.waitForResponse((one) => one.url().endsWith('/api/v1/sales') && one.request().method() === 'POST'),
      press(button(till, /^Cobrar \$.* a Antonia$/)),
    ]);
    sale = (await answer.json()) as Sale;
    await till.getByText('Venta lista').waitFor();
    await till.getByText(/^El cliente ganó [\d.]+ puntos?$/).waitFor();
    expect(await balance()).toBe(before - sale.total_amount);
    expect(await violationsOn(till)).toEqual([]);
  });

  it('hands over one of them at the bar by the QR of the guest, then the rest, and then nothing', async () => {
    await bar.goto(`${club.url}/bar/?code=${club.codes.bar}`);
    await button(bar, /Fernanda Muñoz/).click();
    await bar.getByRole('heading', { name: /Entregar en/ }).waitFor();
    await showQr(bar);
    await button(bar, 'Entregar menos').click();
    await button(bar, 'Uno menos de Piscola').click();
    await button(bar, 'Uno menos de Agua mineral').click();
    expect(await violationsOn(bar)).toEqual([]);
    await press(button(bar, 'Entregado: 1 de 3'));
    await bar.getByText(/Queda por entregar/).waitFor();
    await press(button(bar, 'Escanear otro'));
    await showQr(bar);
    await press(button(bar, 'Entregado'));
    await bar.getByText('No le queda nada por retirar').waitFor();
    await press(button(bar, 'Escanear otro'));
    await showQr(bar);
    await bar.getByRole('heading', { name: 'Nada pendiente' }).waitFor();
    expect(await violationsOn(bar)).toEqual([]);
    await press(button(bar, 'Escanear otro'));
  });

  it('gives the money of a cancelled sale back to the wallet', async () => {
    const held = await balance();
    await tile('Agua mineral').click();
    await showQr(till);
    await till.getByText('Antonia', { exact: true }).waitFor();
    await button(till, 'Billetera').click();
    await press(button(till, /^Cobrar \$.* a Antonia$/));
    await till.getByText('Venta lista').waitFor();
    expect(await balance()).toBeLessThan(held);
    await button(till, 'Anular').click();
    await press(button(till, 'Error al marcar'));
    await press(till.getByRole('dialog').getByRole('button', { name: 'Anular', exact: true }));
    await press(button(till, new RegExp(SUPERVISOR.name)));
    for (const digit of SUPERVISOR.pin) await button(till, digit).click();
    await till.getByText('Venta anulada').waitFor();
    expect(await balance()).toBe(held);
  });

  it('adjusts a balance in the back office with a reason and the PIN of another person', async () => {
    const held = await balance();
    await admin.goto(`${club.url}/admin/`);
    await admin.getByLabel(/Usuario/).fill('paula');
    await admin.getByLabel(/Contraseña/).fill('noche-de-prueba');
    await admin.keyboard.press('Enter');
    await admin.getByRole('link', { name: 'Clientes' }).click();
    await admin.getByLabel('Buscar').fill('antonia');
    await button(admin, /Antonia Lagos/).click();
    await admin.getByText('Venta anulada').first().waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await press(button(admin, 'Ajustar saldo'));
    await admin.getByLabel(/^Monto/).fill('1500');
    await admin.getByLabel(/^Motivo/).fill('Vaso equivocado');
    await press(admin.getByRole('combobox', { name: /^Quién autoriza/ }));
    await admin.getByRole('option', { name: SUPERVISOR.name }).click();
    await admin.getByLabel(/^PIN de quien autoriza/).fill(SUPERVISOR.pin);
    expect(await violationsOn(admin)).toEqual([]);
    await press(button(admin, 'Ajustar'));
    await admin.getByText('Saldo ajustado').waitFor();
    await admin.getByRole('dialog').getByText('Vaso equivocado').first().waitFor();
    expect(await balance()).toBe(held + 1_500);
  });

  it('proves that the wallets balance', async () => {
    await admin.goto(`${club.url}/admin/wallet`);
    await button(admin, 'Revisar ahora').click();
    await admin.getByText('Todo cuadra').waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await expect(club.verify()).resolves.toEqual({ code: 0, output: '' });
  }, 60_000);
});
