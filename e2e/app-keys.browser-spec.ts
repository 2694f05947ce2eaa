import { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';
import { button, heading, press } from './support/hands';

describe('the key of an app, in the back office', () => {
  let club: RunningClub;
  let browser: Browser;
  let admin: Page;
  let key: string;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    const context = await browser.newContext({
      ...{ viewport: { width: 1280, height: 800 }, locale: 'es-CL', timezoneId: 'America/Santiago' },
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(15_000);
    admin = await context.newPage();
    await admin.goto(`${club.url}/admin/settings`);
    await admin.getByLabel(/Usuario/).fill('paula');
    await admin.getByLabel(/Contraseña/).fill('noche-de-prueba');
    await admin.keyboard.press('Enter');
    await admin.getByText('Ninguna aplicación tiene una clave todavía.').waitFor();
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  const menu = (): Promise<Response> => fetch(`${club.url}/api/v1/products`, { headers: { 'x-api-key': key } });
  const events = (): Promise<Response> =>
    fetch(`${club.url}/api/v1/public/eventos/proximos`, { headers: { 'x-api-key': key } });

  it('is made for what the app may read, and shown once', async () => {
    expect(await violationsOn(admin)).toEqual([]);
    await press(button(admin, 'Nueva clave'));
    await press(button(admin, 'Crear clave'));
    await admin.getByText('Falta completar este campo').waitFor();
    await admin.getByLabel(/Aplicación/).fill('Adalo');
    await admin.getByLabel('Las fiestas y las entradas a la venta').uncheck();
    expect(await violationsOn(admin)).toEqual([]);
    await press(button(admin, 'Crear clave'));
    await heading(admin, 'Clave de Adalo').waitFor();
    key = (await admin.getByRole('group', { name: 'Clave', exact: true }).textContent()) ?? '';
    expect(await violationsOn(admin)).toEqual([]);
    expect([(await menu()).status, (await events()).status]).toEqual([200, 403]);
    await admin.keyboard.press('Escape');
    await press(button(admin, 'Ya la copié'));
    await admin.getByRole('row').filter({ hasText: 'Adalo' }).filter({ hasText: 'La carta y sus precios' }).waitFor();
    expect(await admin.content()).not.toContain(key);
  });

  it('is revoked with a warning, and the app is out at once', async () => {
    await press(button(admin, 'Revocar la clave de Adalo'));
    await admin.getByText('La aplicación deja de funcionar ahora mismo').waitFor();
    expect(await violationsOn(admin)).toEqual([]);
    await press(button(admin, 'Revocar'));
    await admin.getByRole('row').filter({ hasText: 'Adalo' }).filter({ hasText: 'Revocada' }).waitFor();
    expect((await menu()).status).toBe(401);
  });

  it('fits a phone, in English too', async () => {
    await admin.setViewportSize({ width: 390, height: 844 });
    await button(admin, 'English').click();
    await admin.getByRole('row').filter({ hasText: 'Adalo' }).filter({ hasText: 'Revoked' }).waitFor();
    const isWide = await admin.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(isWide).toBe(false);
    expect(await violationsOn(admin)).toEqual([]);
  });
});
