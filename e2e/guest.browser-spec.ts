import { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';

const ANA = { name: 'Ana Rojas', email: 'ana@example.com', phone: '+56 9 8765 4321', password: 'clave-de-prueba' };
const SECOND_PASSWORD = 'otra-clave-larga';

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
    await app.waitForFunction(() => document.activeElement?.getAttribute('autocomplete') === 'email');
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
    const stored = await app.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
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
    expect(
      await app.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('noche.customer'))),
    ).toEqual([]);
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

  it('ends the account with the password only', async () => {
    await app.goto(`${club.url}/customer/profile/delete`);
    await field('Contraseña').fill('no-es-esta');
    await button('Eliminar mi cuenta para siempre').click();
    await app.locator('.guest-notice[data-tone="bad"]').waitFor();
    await field('Contraseña').fill(ANA.password);
    await button('Eliminar mi cuenta para siempre').click();
    await heading('Entrar').waitFor();
  });
});
