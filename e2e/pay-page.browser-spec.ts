import { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';
import {
  answerTo,
  button as buttonOn,
  heading as headingOn,
  identify,
  press,
  ROCIO,
  SUPERVISOR,
  tile as tileOn,
} from './support/hands';

interface Sale {
  readonly total_amount: number;
  readonly payments: readonly { readonly method: string; readonly amount: number; readonly reference: string | null }[];
}
interface Intent {
  readonly id: string;
  readonly provider: string;
  readonly pay_url: string;
}

describe('a till whose guests pay on their phones, and the admin who looks after the cards, in the browser', () => {
  let club: RunningClub;
  let browser: Browser;
  let till: Page;
  let guest: Page;
  let admin: Page;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    [till, guest, admin] = await Promise.all([open(1280, 800), open(390, 844), open(1280, 800)]);
    await till.goto(`${club.url}/pos/?code=${club.codes.till}`);
    await identify(till, ROCIO);
    await till.locator('.pos-register').filter({ hasText: 'Caja 2' }).getByRole('button').click();
    await press(button(/^Abrir con /));
    await tile('Piscola').waitFor();
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  async function open(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'es-CL',
      timezoneId: 'America/Santiago',
    });
    context.setDefaultTimeout(20_000);
    return context.newPage();
  }

  const button = (name: string | RegExp, on: Page | Locator = till): Locator => buttonOn(on, name);
  const heading = (name: string, on: Page = till): Locator => headingOn(on, name);
  const tile = (name: string): Locator => tileOn(till, name);
  const placed = (): Promise<Sale> => answerTo<Sale>(till, '/sales');

  /** Shows the QR of a charge. @returns the charge whose page the QR leads to */
  async function showQr(product = 'Piscola'): Promise<Intent> {
    const begun = answerTo<Intent>(till, '/payment-intents');
    await tile(product).click();
    await button('Tarjeta').click();
    await till.getByRole('group', { name: 'Página de pago para el teléfono del cliente' }).waitFor();
    return begun;
  }

  async function guestPresses(intent: Intent, word: 'Aprobar' | 'Rechazar'): Promise<void> {
    await guest.goto(intent.pay_url);
    await button(word, guest).click();
    await guest.waitForURL(/\/pago\?/);
  }

  it('shows a QR whose page the guest pays, and turns to the finished sale by itself', async () => {
    const intent = await showQr();
    expect(intent.provider).toBe('klap');
    await heading('Escanee y pague con su teléfono').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    const sold = placed();
    await guestPresses(intent, 'Aprobar');
    const sale = await sold;
    expect(sale.payments).toMatchObject([{ method: 'card', amount: sale.total_amount }]);
    await till.getByText('Venta lista').waitFor();
    await heading('Listo por tu lado', guest).waitFor();
    expect(await violationsOn(guest)).toEqual([]);
  }, 60_000);

  it('takes a typed voucher of a terminal that nobody drives when the page’s card was declined', async () => {
    const declined = await showQr();
    await guestPresses(declined, 'Rechazar');
    await heading('Rechazada').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    await press(button('Probar con Máquina sin conexión'));
    const dialog = till.getByRole('dialog');
    await dialog.getByText('Cobra en el terminal').waitFor();
    const due = await dialog.locator('.n-money').first().innerText();
    await dialog.getByLabel('Número del comprobante').fill('998877');
    expect(await violationsOn(till)).toEqual([]);
    const sold = placed();
    await press(button('Pago aprobado', dialog));
    const sale = await sold;
    expect(sale.payments).toMatchObject([{ method: 'card', amount: sale.total_amount, reference: '998877' }]);
    expect(due).toBe(`$${sale.total_amount.toLocaleString('es-CL')}`);
    await till.getByText('Venta lista').waitFor();
  }, 60_000);

  it('says that a card has paid for what could not be sold, and gives the money back', async () => {
    const intent = await showQr();
    await menuHas('Piscola', false);
    await guestPresses(intent, 'Aprobar');
    await heading('Cobrado, pero la venta no quedó').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    await press(button('Intentar otra vez'));
    await heading('Cobrado, pero la venta no quedó').waitFor();
    await press(button('Devolver el pago'));
    await press(button('Error al cobrar'));
    await press(button(/^Devolver \$[\d.]+$/));
    await identify(till, SUPERVISOR);
    await heading('Pago devuelto').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    await press(button('Otra forma de pago'));
    await press(button('Volver'));
    await button('Vaciar').click();
  }, 60_000);

  it('sells after all when what was missing is there again', async () => {
    await menuHas('Piscola', true);
    await till.reload();
    const intent = await showQr();
    await menuHas('Piscola', false);
    await guestPresses(intent, 'Aprobar');
    await heading('Cobrado, pero la venta no quedó').waitFor();
    await menuHas('Piscola', true);
    const sold = placed();
    await press(button('Intentar otra vez'));
    expect((await sold).payments).toMatchObject([{ method: 'card' }]);
    await till.getByText('Venta lista').waitFor();
  }, 60_000);

  function menuHas(product: string, isActive: boolean): Promise<void> {
    return club.run('UPDATE catalog.products SET is_active = $2 WHERE name = $1', [product, isActive]);
  }

  it('speaks English to who chooses it, and cancels a page that nobody paid', async () => {
    await speak('English');
    const begun = answerTo<Intent>(till, '/payment-intents');
    await tile('Piscola').click();
    await button('Card').click();
    await begun;
    await heading('Scan and pay with your phone').waitFor();
    await till.getByText('Klap on the phone').waitFor();
    expect(await till.locator('html').getAttribute('lang')).toMatch(/^en/);
    expect(await violationsOn(till)).toEqual([]);
    await press(button('Cancel the charge'));
    await heading('Charge cancelled').waitFor();
    await till.getByText('It is certain: nothing was charged.').waitFor();
    await press(button('Another way to pay'));
    await press(button('Back'));
    await button('Clear').click();
    await speak('Español');
  }, 60_000);

  async function speak(language: string): Promise<void> {
    await till.locator('.pos-bar__place').click();
    await press(button(language));
    await till.keyboard.press('Escape');
  }

  it('shows the admin whether agent and terminal live, and tests the terminal', async () => {
    await admin.goto(`${club.url}/admin/terminals`);
    await admin.getByLabel(/Usuario/).fill('paula');
    await admin.getByLabel(/Contraseña/).fill('noche-de-prueba');
    await admin.keyboard.press('Enter');
    await heading('Terminales y agentes', admin).waitFor();
    const card = admin.getByRole('listitem').filter({ hasText: 'Terminal simulado' });
    await card.getByText(/^Conectado, visto/).waitFor();
    await card.getByText('Listo para cobrar').waitFor();
    await button(/^Probar/, card).click();
    await card.getByText('Prueba. Hecho.').waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await button(/^Detalle y operaciones/, card).click();
    await press(button('Totales', admin.getByRole('dialog')));
    await admin.getByText('Totales. Hecho.').waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await admin.keyboard.press('Escape');
  }, 60_000);

  it('shows the admin each charge with its whole story', async () => {
    await section('Cobros con tarjeta');
    const table = admin.getByRole('table');
    await table.getByText('Aprobado').first().waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await table.getByRole('row').filter({ hasText: '998877' }).getByRole('button').first().click();
    const story = admin.getByRole('dialog');
    await story.getByText('Por la alternativa').first().waitFor();
    await story.getByText(/voucher 998877/).waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await admin.keyboard.press('Escape');
  }, 60_000);

  it('follows a refund to its end', async () => {
    await section('Devoluciones');
    const row = admin.getByRole('row').filter({ hasText: 'Error al cobrar' });
    await row.getByText('Devuelto').waitFor();
    expect(await violationsOn(admin)).toEqual([]);
  }, 60_000);

  it('lists totals of the terminal that are not those of the books', async () => {
    await club.terminal('totals 1 5000');
    await section('Terminales');
    await button(
      /^Detalle y operaciones/,
      admin.getByRole('listitem').filter({ hasText: 'Terminal simulado' }),
    ).click();
    await press(button('Totales', admin.getByRole('dialog')));
    await admin.getByText('Totales. Hecho.').waitFor();
    await admin.keyboard.press('Escape');
    await section(/^Por revisar/);
    const finding = admin.getByRole('listitem').filter({ hasText: 'Los totales del terminal no calzan' });
    await finding.getByText('Cobros según el terminal').waitFor();
  }, 60_000);

  it('resolves what does not fit with a reason and another person’s yes, and keeps who said what', async () => {
    await refundByHand();
    await section(/^Por revisar/);
    const finding = admin.getByRole('listitem').filter({ hasText: 'Ninguna máquina puede hacer esta devolución' });
    await finding.waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await press(button('Resolver', finding));
    const form = admin.getByRole('dialog');
    await press(form.getByText('Devuelto a mano'));
    await allow(form, 'En efectivo desde la caja');
    await press(button('Resolver', form));
    await finding.waitFor({ state: 'detached' });
    await admin.getByRole('tab', { name: 'Resueltas' }).click();
    const resolved = admin.getByRole('listitem').filter({ hasText: 'En efectivo desde la caja' });
    await resolved.getByText(/Paula Sandoval/).waitFor();
    expect(await violationsOn(admin)).toEqual([]);
  }, 60_000);

  /** The payment on the terminal that nobody drives can only be given back by a person. */
  async function refundByHand(): Promise<void> {
    await section('Cobros con tarjeta');
    await admin.getByRole('row').filter({ hasText: '998877' }).getByRole('button').first().click();
    await press(button('Devolver dinero', admin.getByRole('dialog')));
    const form = admin.getByRole('dialog');
    await allow(form, 'El cliente devolvió el trago');
    await press(button('Devolver', form));
    await form.getByText('autorizó Ignacio Bravo').waitFor();
    await admin.keyboard.press('Escape');
  }

  async function allow(form: Locator, reason: string): Promise<void> {
    await form.getByRole('textbox', { name: /^Motivo/ }).fill(reason);
    await press(form.getByRole('combobox', { name: /^Quién autoriza/ }));
    await admin.getByRole('option', { name: SUPERVISOR.name }).click();
    await form.getByLabel(/^PIN de quien autoriza/).fill(SUPERVISOR.pin);
  }

  async function section(name: string | RegExp): Promise<void> {
    await admin.getByRole('navigation').getByRole('link', { name }).click();
  }

  it('leaves books that balance', async () => {
    await expect(club.verify()).resolves.toEqual({ code: 0, output: '' });
  }, 60_000);
});
