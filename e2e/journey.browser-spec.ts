import { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';
import { button, press, tile as tileOn, typePin } from './support/hands';

interface Sale {
  readonly total_amount: number;
  readonly change_amount: number;
  readonly ticket: { readonly qr: string; readonly display_code: string };
}

const SUPERVISOR = { name: 'Ignacio Bravo', pin: '816047' };

describe('a night, in the browser', () => {
  let club: RunningClub;
  let browser: Browser;
  let till: Page;
  let bar: Page;
  let admin: Page;
  let sale: Sale;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    [till, bar, admin] = await Promise.all([page(), page(), page()]);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  async function page(): Promise<Page> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'es-CL',
      timezoneId: 'America/Santiago',
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  const tile = (name: string): Locator => tileOn(till, name);

  /** What a keyboard-wedge scanner does. */
  async function scan(code: string): Promise<void> {
    await bar.keyboard.type(code);
    await bar.keyboard.press('Enter');
  }

  const boardTotal = (): Promise<number> =>
    admin.evaluate(async () => {
      const answer = await fetch('/api/v1/reports/board', { headers: { 'x-app': 'admin' } });
      return ((await answer.json()) as { totals: { sales_amount: number } }).totals.sales_amount;
    });

  const inPesos = (amount: number): string => `$${amount.toLocaleString('es-CL')}`;

  it('pairs a tablet, takes a PIN, and refuses a wrong one', async () => {
    await till.goto(`${club.url}/pos/?code=${club.codes.till}`);
    await button(till, /Rocío Fuentes/).click();
    await typePin(till, '730517');
    await till
      .getByText(/PIN/)
      .filter({ hasText: /intentos|incorrecto|quedan/i })
      .first()
      .waitFor();
    await typePin(till, '730516');
    await till.getByRole('heading', { name: 'Elige tu caja' }).waitFor();
    expect(await violationsOn(till)).toEqual([]);
  });

  it('opens a register with a counted float', async () => {
    await till.locator('.pos-register').filter({ hasText: 'Caja 2' }).getByRole('button').click();
    await button(till, /^Abrir con \$60\.000/).click();
    await tile('Piscola').waitFor();
  });

  it('shows an admin the night', async () => {
    await admin.goto(`${club.url}/admin/`);
    await admin.getByLabel(/Usuario/).fill('paula');
    await admin.getByLabel(/Contraseña/).fill('noche-de-prueba');
    await admin.keyboard.press('Enter');
    await admin.getByText('Cumbia, techno y terraza').first().waitFor();
    expect(await violationsOn(admin)).toEqual([]);
  });

  it('sells two piscolas and a water for cash, with change, and the board moves within 2 s', async () => {
    const before = await boardTotal();
    await tile('Piscola').click();
    await tile('Piscola').click();
    await tile('Agua mineral').click();
    await button(till, 'Efectivo').click();
    const sums = till.locator('.pos-sum');
    await sums.nth(1).waitFor();
    const [answer] = await Promise.all([
      till.waitForResponse((one) => one.url().endsWith('/api/v1/sales') && one.request().method() === 'POST'),
      press(sums.nth(1)),
    ]);
    sale = (await answer.json()) as Sale;
    await admin
      .getByText(inPesos(before + sale.total_amount), { exact: true })
      .first()
      .waitFor({ timeout: 2_000 });
    expect(sale.change_amount).toBeGreaterThan(0);
    await till.getByText('Venta lista').waitFor();
    await till.getByText(inPesos(sale.change_amount), { exact: true }).first().waitFor();
    expect(await violationsOn(till)).toEqual([]);
  });

  it('pairs a bar tablet and lets a bartender in without a PIN', async () => {
    await bar.goto(`${club.url}/bar/?code=${club.codes.bar}`);
    await button(bar, /Fernanda Muñoz/).click();
    await bar.getByRole('heading', { name: /Entregar en/ }).waitFor();
  });

  it('redeems nothing by the scan, and one piscola by the press', async () => {
    await scan(sale.ticket.qr);
    await button(bar, 'Entregar menos').click();
    await button(bar, 'Uno menos de Piscola').click();
    await button(bar, 'Uno menos de Agua mineral').click();
    expect(await violationsOn(bar)).toEqual([]);
    await press(button(bar, 'Entregado: 1 de 3'));
    await bar.getByText(/Queda por entregar/).waitFor();
    await press(button(bar, 'Escanear otro'));
  });

  it('delivers the rest at the second scan', async () => {
    await scan(sale.ticket.qr);
    await bar.getByText(/Ya se entregó una parte/).waitFor();
    await press(button(bar, 'Entregado'));
    await bar.getByText('No queda nada en el ticket').waitFor();
    await press(button(bar, 'Escanear otro'));
  });

  it('answers the third scan with who, where and when', async () => {
    await scan(sale.ticket.qr);
    await bar.getByText('Ya entregado').first().waitFor();
    const shown = await bar.locator('body').innerText();
    expect(shown).toContain('Fernanda Muñoz');
    expect(shown).toMatch(/Barra principal|Terraza|Barra VIP/);
    expect(shown).toMatch(/\d\d:\d\d/);
    expect(await violationsOn(bar)).toEqual([]);
  });

  it('closes the register blind, 1.000 short', async () => {
    // The guest's change went out: what should be there is the float and the sale.
    const inDrawer = 60_000 + sale.total_amount - 1_000;
    await till.locator('.pos-bar__place').click();
    await press(button(till, 'Cerrar la caja'));
    await count(inDrawer);
    const sent = till.waitForResponse((one) => one.url().endsWith('/count'));
    await button(till, /^Enviar conteo/).click();
    const outcome = JSON.stringify(await (await sent).json());
    expect(outcome).not.toMatch(/expected|difference/);
    const difference = till.locator('.pos-totals > div').first();
    expect(await difference.count()).toBe(0);
    await press(button(till, 'Ver la diferencia'));
    await difference.waitFor();
    expect(await difference.innerText()).toMatch(/^Falta[^]*1\.000/);
    expect(await button(till, 'Contar una vez más').count()).toBe(0);
    expect(await violationsOn(till)).toEqual([]);
    await press(button(till, 'Cerrar la caja'));
    await till.getByText('Enviado').waitFor();
    await press(button(till, 'Listo'));
  });

  async function count(amount: number): Promise<void> {
    let left = amount;
    for (const worth of [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100]) {
      const row = till
        .locator('.n-count__row')
        .filter({ hasText: `$${worth.toLocaleString('es-CL')}` })
        .first();
      for (; left >= worth; left -= worth) await row.getByRole('button').last().click();
    }
    expect(left).toBe(0);
  }

  it('shows the admin the shortage', async () => {
    await admin.goto(`${club.url}/admin/registers?tab=closes`);
    await admin.getByRole('row').filter({ hasText: 'Caja 2' }).filter({ hasText: '1.000' }).first().waitFor();
    expect(await violationsOn(admin)).toEqual([]);
  });

  it('keeps the night open while a register is, and names it', async () => {
    await admin.goto(`${club.url}/admin/nights`);
    await admin.getByText('Cumbia, techno y terraza').first().click();
    await press(button(admin, 'Empezar el cierre'));
    await askToClose();
    await admin.getByText(/Cajas todavía abiertas: Caja 1/).waitFor();
  });

  it('closes the last register with a signature, then the night, and the books balance', async () => {
    await closeOtherRegister();
    await askToClose();
    await admin.getByText('Cerrada: sus cuentas ya no cambian.').waitFor();
    await expect(club.verify()).resolves.toEqual({ code: 0, output: '' });
  }, 60_000);

  async function askToClose(): Promise<void> {
    await press(button(admin, 'Cerrar jornada'));
    await admin.getByText(/¿Cerrar “/).waitFor();
    await press(
      admin
        .getByRole('dialog')
        .getByRole('button', { name: /^Cerrar/ })
        .last(),
    );
  }

  /** Camila's till of the demo, closed on the same tablet as its owner would, with the supervisor's yes. */
  async function closeOtherRegister(): Promise<void> {
    const closed = await till.evaluate(async (supervisor) => {
      const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
        const answer = await fetch(`/api/v1${path}`, {
          method,
          headers: { 'x-app': 'pos', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return (await answer.json()) as Record<string, unknown>;
      };
      type People = { id: string; name: string }[];
      const staff = (await call('GET', '/staff/pickable?station=register'))['items'] as People;
      const camila = staff.find((one) => one.name === 'Camila Rojas');
      await call('POST', '/staff/login', { employee_id: camila?.id, station: 'register', pin: '482913' });
      const { session } = (await call('GET', '/register-sessions/mine')) as { session: { id: string } };
      await call('POST', `/register-sessions/${session.id}/count`, { denominations: { '20000': 1 } });
      const may = (await call('GET', '/auth/step-up/people?permission=session.sign'))['items'] as People;
      const { token } = await call('POST', '/auth/step-up', {
        employee_id: may.find((one) => one.name === supervisor.name)?.id,
        pin: supervisor.pin,
        permission: 'session.sign',
      });
      return call('POST', `/register-sessions/${session.id}/close`, {
        note: 'Cierre de la jornada',
        step_up_token: token,
      });
    }, SUPERVISOR);
    expect(closed).toMatchObject({ status: 'CLOSED' });
  }
});
