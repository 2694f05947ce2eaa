import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { violationsOn } from './support/axe';
import { RunningClub, startClub } from './support/club';
import { sellEntries, SoldEntry } from './support/door-till';
import { identityCard } from './support/identity-card';
import { filmQr } from './support/qr-video';

const DIEGO = { name: /Diego Carrasco/, pin: '358209' };
const VALENTINA = { name: /Valentina Díaz/, pin: '615284' };
const SUPERVISOR = { name: /Ignacio Bravo/, pin: '816047' };

describe('two doors of one house', () => {
  let club: RunningClub;
  let browser: Browser;
  let north: Page;
  let south: Page;
  let entry: SoldEntry;
  let spare: SoldEntry;
  let before: number;

  beforeAll(async () => {
    club = await startClub();
    browser = await launchBrowser();
    [north, south] = await Promise.all([page({ width: 1280, height: 800 }), page({ width: 390, height: 844 })]);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await club.stop();
  }, 30_000);

  async function page(viewport: { width: number; height: number }, on = browser): Promise<Page> {
    const context: BrowserContext = await on.newContext({
      viewport,
      locale: 'es-CL',
      timezoneId: 'America/Santiago',
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  const button = (on: Page | Locator, name: string | RegExp): Locator =>
    on.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const heading = (on: Page, name: string | RegExp): Locator => on.getByRole('heading', { name, exact: true });

  /** Presses as a person does: not in the first moment after something opened, when taps are ignored on purpose. */
  async function press(target: Locator): Promise<void> {
    await target.waitFor();
    await target.page().waitForTimeout(400);
    await target.click();
  }

  async function enter(on: Page, who: { name: RegExp; pin: string }): Promise<void> {
    await button(on, who.name).click();
    for (const digit of who.pin) await button(on, digit).click();
    await on.getByRole('region', { name: 'Personas adentro' }).waitFor();
  }

  /** What a keyboard-wedge scanner does. */
  async function scan(on: Page, code: string): Promise<void> {
    await on.keyboard.type(code);
    await on.keyboard.press('Enter');
  }

  const mode = (on: Page, name: string): Promise<void> => on.getByRole('tab', { name }).click();
  const next = (on: Page): Promise<void> => press(button(on, 'Siguiente'));
  /** Whoever crossed leaves the screen without a touch, so that the queue moves. */
  const crossed = async (on: Page, word: string): Promise<void> => {
    await heading(on, word).waitFor();
    await heading(on, word).waitFor({ state: 'hidden' });
  };
  const countOn = (on: Page): Locator => on.locator('.door-count__inside');
  const inside = async (on: Page, people: number): Promise<void> =>
    countOn(on)
      .and(on.getByText(String(people), { exact: true }))
      .waitFor();
  const bothSay = async (people: number): Promise<void> => {
    await Promise.all([inside(north, people), inside(south, people)]);
  };

  it('are paired and taken by name and PIN, and show the same count', async () => {
    const sold = await sellEntries(await page({ width: 1280, height: 800 }), club, 2);
    [entry, spare] = sold.entries;
    await north.goto(`${club.url}/door/?code=${club.codes.door}`);
    await button(north, DIEGO.name).waitFor();
    expect(await violationsOn(north)).toEqual([]);
    await enter(north, DIEGO);
    await south.goto(`${club.url}/door/`);
    await south.getByLabel('Código de la tablet').fill(sold.secondDoorCode);
    expect(await violationsOn(south)).toEqual([]);
    await press(button(south, 'Conectar esta tablet'));
    await enter(south, VALENTINA);
    before = Number(await countOn(north).innerText());
    await bothSay(before);
    for (const door of [north, south]) expect(await violationsOn(door)).toEqual([]);
  }, 90_000);

  it('let an entry in once: the other door says who did, where and when', async () => {
    await scan(north, entry.qr);
    await heading(north, 'Adelante').click();
    expect(await violationsOn(north)).toEqual([]);
    await next(north);
    await scan(south, entry.qr);
    await heading(south, 'Ya se usó').waitFor();
    const shown = await south.locator('.n-result').innerText();
    expect(shown).toContain('Diego Carrasco');
    expect(shown).toContain('Puerta');
    expect(shown).toMatch(/\d\d:\d\d/);
    expect(await violationsOn(south)).toEqual([]);
    await next(south);
    await bothSay(before + 1);
  });

  it('let somebody out by one door and in again by the other', async () => {
    await mode(south, 'Sale');
    await scan(south, entry.qr);
    await crossed(south, 'Salió');
    await bothSay(before);
    await scan(south, entry.qr);
    await heading(south, 'No está adentro').waitFor();
    await next(south);
    await mode(south, 'Entra');
    await scan(north, entry.qr);
    await crossed(north, 'Vuelve a entrar');
    await bothSay(before + 1);
  });

  it('let a guest of the list in with one of two friends, and the other later', async () => {
    await press(button(north, 'Lista de invitados'));
    await north.getByRole('searchbox').fill('MORALES');
    const row = north.getByRole('listitem').filter({ hasText: 'Martina Morales +2' });
    await row.getByText('Faltan 3 de 3').waitFor();
    expect(await violationsOn(north)).toEqual([]);
    await press(button(row, 'Dejar entrar Martina Morales'));
    await button(row, 'Uno menos').click();
    await button(row, 'Entran 2').click();
    await row.getByText('Faltan 1 de 3').waitFor();
    await bothSay(before + 3);
    await press(button(row, 'Dejar entrar Martina Morales'));
    await button(row, 'Entra 1').click();
    await row.getByText('Ya entraron los 3').waitFor();
    await bothSay(before + 4);
    await north.keyboard.press('Escape');
  });

  it('count people by hand, each press once', async () => {
    for (let press = 0; press < 3; press += 1) await button(south, 'Entra una persona').click();
    await bothSay(before + 7);
    await button(north, 'Sale una persona').click();
    await bothSay(before + 6);
  });

  it('let nobody in without the server, and count once what was sent again', async () => {
    // The server lets them in, and its answer is lost.
    await north.route('**/entradas/validate', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await scan(north, spare.qr);
    await heading(north, 'Sin respuesta').waitFor();
    expect(await violationsOn(north)).toEqual([]);
    await north.unroute('**/entradas/validate');
    await press(button(north, 'Reintentar'));
    await crossed(north, 'Adelante');
    await bothSay(before + 7);
    await north.context().setOffline(true);
    await north.getByText(/^Sin conexión ·/).click();
    await north.getByText(/No dejes entrar a nadie/).waitFor();
    await north.keyboard.press('Escape');
    await north.context().setOffline(false);
    await north.getByText('En línea', { exact: true }).waitFor();
  }, 60_000);

  it('say whether the holder of an identity card is of age, and write down who was turned away', async () => {
    await scan(north, identityCard({ born: '990115' }));
    await heading(north, 'Mayor de edad').waitFor();
    await next(north);
    await mode(north, 'Cédula');
    await scan(north, identityCard({ born: '150115' }));
    await heading(north, 'Menor de 18').waitFor();
    expect(await violationsOn(north)).toEqual([]);
    await press(button(north.locator('.n-result'), 'No entra'));
    await press(button(north, 'Registrar'));
    await mode(north, 'Entra');
    await press(button(north, 'Registro'));
    await press(north.getByRole('tab', { name: 'No entraron' }));
    await north.getByRole('listitem').filter({ hasText: 'Menor de 18' }).waitFor();
    await north
      .getByRole('listitem')
      .filter({ hasText: 'Entrada ya usada' })
      .filter({ hasText: 'Valentina' })
      .waitFor();
    expect(await violationsOn(north)).toEqual([]);
    await north.keyboard.press('Escape');
  });

  it('give a crossing back when a supervisor says so, and to nobody else', async () => {
    await press(button(south, 'Registro'));
    await south.getByText(/Para deshacer un paso, supervisión/).waitFor();
    await south.keyboard.press('Escape');
    await button(south, /Bloquear/).click();
    await enter(south, SUPERVISOR);
    await press(button(south, 'Registro'));
    const crossing = south.getByRole('listitem').filter({ hasText: spare.display_code });
    await press(button(crossing, 'Deshacer'));
    await press(button(south, 'Al final no entró'));
    expect(await violationsOn(south)).toEqual([]);
    await press(button(south, 'Deshacer'));
    await crossing.filter({ hasText: 'Deshecho' }).first().waitFor();
    await south.keyboard.press('Escape');
    await bothSay(before + 6);
  });

  it('warn before the house is full, and let nobody in when it is', async () => {
    await club.run(`UPDATE nights.nights SET capacity = $1 WHERE status = 'OPEN'`, [before + 20]);
    for (let more = 0; more < 13; more += 1) await button(north, 'Entra una persona').click();
    await bothSay(before + 19);
    await north.getByText('Casi lleno: queda 1 lugar').waitFor();
    await button(south, 'Entra una persona').click();
    await south.getByText('Aforo completo: que no entre nadie más').waitFor();
    expect(await violationsOn(south)).toEqual([]);
    await scan(north, spare.qr);
    await heading(north, 'Local lleno').waitFor();
    await next(north);
    await bothSay(before + 20);
  });

  it('read the QR that is held before the camera, from our own origin and under a strict policy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'noche-door-'));
    const clip = join(folder, 'camera.y4m');
    filmQr(clip, entry.qr);
    const filming = await launchBrowser([`--use-file-for-fake-video-capture=${clip}`]);
    try {
      const context = await filming.newContext({ storageState: await north.context().storageState(), locale: 'es-CL' });
      const door = await context.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      door.on('request', (request) => void asked.push(request.url()));
      door.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      const shell = await door.goto(`${club.url}/door/`);
      expect(shell?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
      await heading(door, 'Ya se usó').waitFor();
      expect(asked.filter((url) => !url.startsWith(club.url) && !url.startsWith('blob:'))).toEqual([]);
      expect(complaints.filter((text) => /Content Security Policy|wasm/i.test(text))).toEqual([]);
    } finally {
      await filming.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('speak English as well, and leave the books in order', async () => {
    await press(button(north, 'Más'));
    await press(button(north, 'English'));
    await north.keyboard.press('Escape');
    await button(north, 'Guest list').waitFor();
    expect(await north.locator('body').innerText()).not.toMatch(/adentro|Lista|Registro/);
    expect(await violationsOn(north)).toEqual([]);
    const { code, output } = await club.verify();
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  }, 60_000);
});
