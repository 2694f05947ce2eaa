import { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';

const ANA = { name: 'Ana Rojas', email: 'ana@example.com', phone: '+56 9 8765 4321', password: 'clave-de-prueba' };
const FRIEND = { name: 'Berta Soto', email: 'berta@example.com' };
/** What the demo club sells for tonight. */
const ENTRY = { name: 'General', price: 8_000 };
const SECOND_PASSWORD = 'otra-clave-larga';

/** As the screens write an amount. */
const pesos = (amount: number): string => `$${amount.toLocaleString('es-CL')}`;

describe('a guest and their account, on a telephone', () => {
  let club: RunningClub;
  let browser: Browser;
  let phone: BrowserContext;
  let app: Page;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      locale: 'es-CL',
      timezoneId: 'America/Santiago',
    });
    phone.setDefaultTimeout(20_000);
    app = await phone.newPage();
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  const button = (name: string, on: Page | Locator = app): Locator => on.getByRole('button', { name, exact: true });
  const link = (name: string): Locator => app.getByRole('link', { name, exact: true });
  const heading = (name: string, on = app): Locator => on.getByRole('heading', { name, exact: true });
  const field = (name: string): Locator => app.getByLabel(name, { exact: true });

  async function logIn(password: string): Promise<void> {
    await field('Correo').fill(ANA.email);
    await field('Contraseña').fill(password);
    await button('Entrar').click();
    await heading('Hola, Ana').waitFor();
  }

  it('says what is missing before it asks for a code, and leads there', async () => {
    await app.goto(`${club.url}/customer/`);
    await link('Crear mi cuenta').click();
    await field('Nombre y apellido').fill(ANA.name);
    await button('Enviarme el código').click();
    await app.getByText('Falta este dato.').first().waitFor();
    await app.waitForFunction("document.activeElement?.getAttribute('autocomplete') === 'email'");
    await app.getByText('Sin tu acuerdo no podemos abrir la cuenta.').waitFor();
    expect(await violationsOn(app)).toEqual([]);
  });

  it('opens no account for somebody under 18', async () => {
    await field('Correo').fill(ANA.email);
    await field('Teléfono').fill(ANA.phone);
    await field('Contraseña').fill(ANA.password);
    await app.getByLabel(/Fecha de nacimiento/).fill(`${String(new Date().getFullYear() - 10)}-01-01`);
    await app.getByLabel(/^Acepto/).check();
    await button('Enviarme el código').click();
    await app.getByText('Las cuentas son para mayores de 18 años.').waitFor();
  });

  it('sends a code, waits for it also when the app is closed meanwhile, and begins the account', async () => {
    await app.getByLabel(/Fecha de nacimiento/).fill('1995-03-12');
    await app.getByLabel(/^RUT/).fill('123456785');
    await button('Enviarme el código').click();
    await heading('Mira tu correo').waitFor();
    await app.reload();
    await field('Código del correo').fill('ZZZZ-ZZZZ');
    await button('Confirmar').click();
    await app.getByText(/El código está mal/).waitFor();
    expect(await violationsOn(app)).toEqual([]);
    await field('Código del correo').fill((await club.mailedCode(ANA.email)).toLowerCase());
    await button('Confirmar').click();
    await heading('Hola, Ana').waitFor();
    expect(await violationsOn(app)).toEqual([]);
  });

  it('stays logged in over a reload without keeping an access token, in every tab that renews at once', async () => {
    const stored = await app.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
    expect(stored).not.toContain('eyJ');
    const other = await phone.newPage();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([app.goto(`${club.url}/customer/profile`), other.goto(`${club.url}/customer/profile`)]);
      await Promise.all([app, other].map((tab) => tab.getByText('12.345.678-5').waitFor()));
    }
    await other.close();
  });

  it('shows who I am to the house and takes what I put right', async () => {
    expect(await violationsOn(app)).toEqual([]);
    await link('Cambiar mis datos').click();
    await field('Teléfono').fill('+56 9 1111 2222');
    await button('Guardar').click();
    await app.getByText('+56 9 1111 2222').waitFor();
  });

  it('hands over everything that is kept about me as a file', async () => {
    const [file] = await Promise.all([app.waitForEvent('download'), button('Descargar mis datos').click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ profile: { email: ANA.email } });
  });

  it('speaks English to whoever wants it', async () => {
    await button('English').click();
    await heading('Profile').waitFor();
    await button('Español').click();
    await heading('Perfil').waitFor();
  });

  it('changes the password and logs out in all tabs', async () => {
    await link('Cambiar la contraseña').click();
    await field('Contraseña actual').fill(ANA.password);
    await field('Contraseña nueva').fill(SECOND_PASSWORD);
    await button('Cambiar la contraseña').click();
    await heading('Perfil').waitFor();
    const other = await phone.newPage();
    await other.goto(`${club.url}/customer/profile`);
    await heading('Perfil', other).waitFor();
    await button('Cerrar sesión').click();
    await Promise.all([app, other].map((tab) => heading('Entrar', tab).waitFor()));
    const left = await app.evaluate<string[]>('Object.keys(localStorage)');
    expect(left.filter((key) => key.startsWith('noche.customer'))).toEqual([]);
    await other.close();
  });

  it('helps whoever forgot the password, and goes on to the page that was asked for', async () => {
    await link('Olvidé mi contraseña').click();
    await field('Correo').fill(ANA.email);
    await button('Enviarme el código').click();
    await field('Código del correo').fill(await club.mailedCode(ANA.email));
    await field('Contraseña nueva').fill(ANA.password);
    await button('Cambiar la contraseña').click();
    await app.getByText('Tu contraseña cambió. Entra con la nueva.').waitFor();
    await app.goto(`${club.url}/customer/profile/data`);
    await field('Correo').fill(ANA.email);
    await field('Contraseña').fill(ANA.password);
    await button('Entrar').click();
    await heading('Mis datos').waitFor();
  });

  it('is sent back to the login when the house shuts the account', async () => {
    await club.run('UPDATE customers.customers SET is_active = false WHERE email = $1', [ANA.email]);
    await app.goto(`${club.url}/customer/profile`);
    await app.getByText(/^Tu sesión terminó/).waitFor();
    await club.run('UPDATE customers.customers SET is_active = true WHERE email = $1', [ANA.email]);
    await app.goto(`${club.url}/customer/login`);
    await logIn(ANA.password);
  });

  it('tops up 20.000 on the page of the payment provider, and sees the money at once', async () => {
    await app.goto(`${club.url}/customer/wallet/top-up`);
    await button('$20.000').click();
    await button('Pagar $20.000').click();
    await button('Aprobar').click();
    await heading('Cargaste $20.000').waitFor();
    expect(new URL(app.url()).pathname).toMatch(/^\/customer\/wallet\/top-up\//);
    expect(await violationsOn(app)).toEqual([]);
    await link('Ver mi billetera').click();
    await app.getByText('+$20.000').waitFor();
    await app.getByText('Saldo $20.000').waitFor();
    expect(await violationsOn(app)).toEqual([]);
  }, 60_000);

  it('says that nothing was charged when the card is declined', async () => {
    await link('Cargar dinero').click();
    await button('$5.000').click();
    await button('Pagar $5.000').click();
    await button('Rechazar').click();
    await comeBack();
    await app.getByText(/no se cobró/).waitFor();
    await app.goto(`${club.url}/customer/wallet`);
    await app.getByText('$20.000', { exact: true }).first().waitFor();
  }, 60_000);

  /** A page that lets its guest try another card has to be left by hand. */
  async function comeBack(): Promise<void> {
    const ours = heading('No se cargó nada');
    await ours.or(button('Cancelar y volver')).first().waitFor();
    if (!(await ours.isVisible())) await button('Cancelar y volver').click();
  }

  it('shows a QR that is another one each time', async () => {
    await link('Pagar con mi QR').click();
    const shape = (): Promise<string | null> => app.locator('.n-qr path').getAttribute('d');
    await app.locator('.n-qr').waitFor();
    const before = await shape();
    expect(await violationsOn(app)).toEqual([]);
    await app.reload();
    await app.locator('.n-qr').waitFor();
    expect(await shape()).not.toBe(before);
    await link('Cerrar').click();
  });

  it('buys two entries from the wallet', async () => {
    await link('Fiestas').click();
    await app.locator('.guest-event__link').first().click();
    const one = app.locator('.guest-entry').filter({ hasText: ENTRY.name });
    await button(`Una ${ENTRY.name} más`, one).click();
    await button(`Una ${ENTRY.name} más`, one).click();
    expect(await violationsOn(app)).toEqual([]);
    await button(`Pagar ${pesos(2 * ENTRY.price)} con la billetera`).click();
    await heading('Entradas compradas').waitFor();
    expect(await violationsOn(app)).toEqual([]);
    await link('Ver mis entradas').click();
    await app.locator('.guest-card').nth(1).waitFor();
    expect(await app.locator('.guest-card').count()).toBe(2);
    await link('Billetera').click();
    await app
      .getByText(pesos(20_000 - 2 * ENTRY.price), { exact: true })
      .first()
      .waitFor();
  });

  it('sends one to a friend, who gets an account and receives it', async () => {
    await link('Tickets').click();
    await app.locator('.guest-card').first().click();
    await link('Enviar a un amigo').click();
    expect(await violationsOn(app)).toEqual([]);
    await field('Correo de tu amigo').fill(FRIEND.email);
    await button('Enviar la entrada').click();
    await app.getByText('Enviada: falta que la acepten').waitFor();
    const code = await club.mailedCode(FRIEND.email);
    const friend = await friendsPhone();
    await friend.goto(`${club.url}/customer/tickets/receive`);
    await friend.getByLabel('Código de la entrada', { exact: true }).fill(code);
    await button('Recibir', friend).click();
    await friend.locator('.n-qr').waitFor();
    expect(await violationsOn(friend)).toEqual([]);
    await friend.context().close();
    await app.reload();
    // What was known last is shown until the answer comes.
    await app.locator('.guest-card').nth(1).waitFor({ state: 'detached' });
    expect(await app.locator('.guest-card').count()).toBe(1);
  }, 60_000);

  /** Another telephone whose owner has just registered. */
  async function friendsPhone(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'es-CL' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(`${club.url}/customer/register`);
    await page.getByLabel('Nombre y apellido').fill(FRIEND.name);
    await page.getByLabel('Correo', { exact: true }).fill(FRIEND.email);
    await page.getByLabel('Teléfono', { exact: true }).fill('+56 9 2222 3333');
    await page.getByLabel('Contraseña', { exact: true }).fill(ANA.password);
    await page.getByLabel(/^Acepto/).check();
    await button('Enviarme el código', page).click();
    await heading('Mira tu correo', page).waitFor();
    await page.getByLabel('Código del correo').fill(await club.mailedCode(FRIEND.email));
    await button('Confirmar', page).click();
    await heading('Hola, Berta', page).waitFor();
    return page;
  }

  it('has the entry and its QR without network too, after the app was closed', async () => {
    await app.waitForFunction('navigator.serviceWorker.controller !== null');
    await phone.setOffline(true);
    await app.goto(`${club.url}/customer/tickets`);
    await app.locator('.guest-card').first().click();
    await app.locator('.n-qr').waitFor();
    await app
      .getByText(/Sin conexión/)
      .first()
      .waitFor();
    expect(await violationsOn(app)).toEqual([]);
    await phone.setOffline(false);
  }, 60_000);

  it('cannot end the account while there is money in it, takes it home, and ends it with the password only', async () => {
    await app.goto(`${club.url}/customer/profile/delete`);
    await field('Contraseña').fill('no-es-esta');
    await button('Eliminar mi cuenta para siempre').click();
    await app.locator('.guest-notice[data-tone="bad"]').waitFor();
    await field('Contraseña').fill(ANA.password);
    await button('Eliminar mi cuenta para siempre').click();
    await app.getByText(/usa o retira lo que queda/).waitFor();
    await app.goto(`${club.url}/customer/wallet/pay-out`);
    await button('Devolver a mis tarjetas').click();
    await heading(`${pesos(20_000 - 2 * ENTRY.price)} van de vuelta a tus tarjetas`).waitFor();
    await app.goto(`${club.url}/customer/profile/delete`);
    await field('Contraseña').fill(ANA.password);
    await button('Eliminar mi cuenta para siempre').click();
    // She still has an entry: that goes with the account only when she says so.
    await app.getByText(/Tienes entradas o tragos sin usar/).waitFor();
    await button('Eliminar igual y perderlos').click();
    await heading('Entrar').waitFor();
  }, 60_000);

  it('leaves books that balance', async () => {
    await expect(club.verify()).resolves.toEqual({ code: 0, output: '' });
  }, 60_000);
});
