import { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';
import {
  answerTo,
  button as buttonOn,
  CAMILA,
  heading as headingOn,
  identify,
  press,
  SUPERVISOR,
  tile as tileOn,
} from './support/hands';

interface Sale {
  readonly total_amount: number;
  readonly payments: readonly { readonly method: string; readonly amount: number; readonly reference: string | null }[];
}

describe('a till whose cards go through a terminal, in the browser', () => {
  let club: RunningClub;
  let browser: Browser;
  let till: Page;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'es-CL',
      timezoneId: 'America/Santiago',
    });
    context.setDefaultTimeout(30_000);
    till = await context.newPage();
    await till.goto(`${club.url}/pos/?code=${club.codes.till}`);
    await identify(till, CAMILA);
    await tile('Piscola').waitFor();
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  const button = (name: string | RegExp, on: Page | Locator = till): Locator => buttonOn(on, name);
  const heading = (name: string): Locator => headingOn(till, name);
  const tile = (name: string): Locator => tileOn(till, name);
  const supervisorSaysYes = (): Promise<void> => identify(till, SUPERVISOR);
  /** The sale that the till places next. */
  const placed = (): Promise<Sale> => answerTo<Sale>(till, '/sales');

  async function chargeByCard(): Promise<void> {
    await tile('Piscola').click();
    await button('Tarjeta').click();
  }

  it('charges a card in two taps, shows how far the guest is, and goes on to the ticket by itself', async () => {
    const sold = placed();
    await chargeByCard();
    await heading('Acerque o inserte la tarjeta').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    await heading('Ingrese el PIN en la máquina').waitFor();
    const sale = await sold;
    expect(sale.payments).toMatchObject([{ method: 'card', amount: sale.total_amount }]);
    await till.getByText('Venta lista').waitFor();
  }, 60_000);

  it('gives a card payment back from its sale, with another person’s yes, and follows it to the end', async () => {
    await till.locator('.pos-bar__place').click();
    await press(button('Ventas del turno'));
    await till.locator('.pos-salerow').filter({ hasText: 'Tarjeta' }).first().click();
    await press(button(/^Devolver .* a la tarjeta$/));
    await press(button('Error al cobrar'));
    expect(await violationsOn(till)).toEqual([]);
    await press(button(/^Devolver \$[\d.]+$/));
    await supervisorSaysYes();
    await till.getByText(/^Devueltos /).waitFor();
    await till.keyboard.press('Escape');
    await press(button('Volver'));
  }, 60_000);

  it('says that a card was declined and why, and takes cash instead', async () => {
    await club.terminal('decline next 51');
    await chargeByCard();
    await heading('Rechazada').waitFor();
    await till.getByText('Motivo: Fondos insuficientes').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    await press(button('Efectivo'));
    const sold = placed();
    await press(till.locator('.pos-sum').first());
    expect((await sold).payments).toMatchObject([{ method: 'cash' }]);
    await till.getByText('Venta lista').waitFor();
  }, 60_000);

  it('cancels at the terminal, and says so when it is certain', async () => {
    await club.terminal('next pin_wait');
    await chargeByCard();
    await heading('Ingrese el PIN en la máquina').waitFor();
    await press(button('Cancelar el cobro'));
    await heading('Cancelando…').waitFor();
    await till.locator('.pos-card[data-look="bad"], .pos-card[data-look="neutral"]').waitFor();
    await press(button('Otra forma de pago'));
    await press(button('Volver'));
    await button('Vaciar').click();
  }, 60_000);

  it('shares a sale between cash and two cards, and charges each card once', async () => {
    const before = await approvedByTerminal();
    await tile('Piscola').click();
    await button('Dividir').click();
    await press(button(/^3 × /));
    await press(button('Efectivo', till.locator('.pos-split__ways')));
    await press(till.locator('.pos-sum').first());
    await chargeShare();
    await till.getByText('Pagada, Tarjeta').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    const sold = placed();
    await chargeShare();
    const sale = await sold;
    expect(sale.payments.map(({ method }) => method)).toEqual(['cash', 'card', 'card']);
    expect(sale.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(sale.total_amount);
    expect(await approvedByTerminal()).toBe(before + 2);
    await till.getByText('Venta lista').waitFor();
  }, 90_000);

  async function chargeShare(): Promise<void> {
    await press(button('Tarjeta', till.locator('.pos-split__ways')));
    await press(button(/^Cobrar .* en la máquina$/));
  }

  it('finishes the sale, once, when its agent dies after the terminal has approved', async () => {
    await club.terminal('next no_answer');
    const before = await approvedByTerminal();
    const sold = placed();
    await chargeByCard();
    while ((await approvedByTerminal()) === before) await till.waitForTimeout(100);
    club.killAgent();
    const sale = await sold;
    expect(sale.payments).toMatchObject([{ method: 'card', amount: sale.total_amount }]);
    await till.getByText('Venta lista').waitFor();
    expect(await approvedByTerminal()).toBe(before + 1);
  }, 90_000);

  async function approvedByTerminal(): Promise<number> {
    return (JSON.parse(await club.terminal('status')) as { sales: unknown[] }).sales.length;
  }

  it('does not know whether it was charged when the terminal loses its power, also after a reload', async () => {
    await club.terminal('next power_loss_after_approval');
    const begun = answerTo<{ id: string }>(till, '/payment-intents');
    await chargeByCard();
    const { id } = await begun;
    await heading('Enviando a Getnet…').waitFor();
    await till.reload();
    await silenceUntilUnknown(id);
    expect(await violationsOn(till)).toEqual([]);
    expect(await button('Otra vez con tarjeta').count()).toBe(0);
  }, 90_000);

  /** Two and a half minutes without a word from the agent, without waiting for them. */
  async function silenceUntilUnknown(intentId: string): Promise<void> {
    const unknown = heading('No sabemos si se cobró');
    for (let n = 0; n < 100 && (await unknown.count()) === 0; n += 1) {
      await club.run(
        `UPDATE payments.operations SET sent_at = sent_at - interval '3 minutes', progress_at = now() - interval '3 minutes'
         WHERE intent_id = $1`,
        [intentId],
      );
      await till.waitForTimeout(200);
    }
    await unknown.waitFor();
  }

  it('keeps the register from being closed, and leads to the payment that keeps it', async () => {
    await press(button(/^Seguir vendiendo/));
    await tile('Piscola').waitFor();
    await till.getByText('1 cobro por resolver').waitFor();
    expect(await violationsOn(till)).toEqual([]);
    await till.locator('.pos-bar__place').click();
    await press(button('Cerrar la caja'));
    await press(button(/^Enviar conteo/));
    await till.getByText(/Resuélvelos con un supervisor/).waitFor();
    await press(button('Ver el cobro'));
    await heading('No sabemos si se cobró').waitFor();
  }, 60_000);

  it('sells once a supervisor has said that it was charged', async () => {
    await press(button(/^Sí se cobró/));
    await till.getByLabel('Código de autorización del voucher').fill('777123');
    await press(button('Voucher en la mano'));
    expect(await violationsOn(till)).toEqual([]);
    await press(button('Firmar con PIN'));
    const sold = placed();
    await supervisorSaysYes();
    expect((await sold).payments).toMatchObject([{ method: 'card', reference: '777123' }]);
    await till.getByText('Venta lista').waitFor();
    expect(await till.getByText('1 cobro por resolver').count()).toBe(0);
    await club.terminal('power on');
  }, 60_000);

  it('leaves books that balance', async () => {
    await expect(club.verify()).resolves.toEqual({ code: 0, output: '' });
  }, 60_000);
});
