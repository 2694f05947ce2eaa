import { Locator, Page } from 'playwright-core';

/** A person's PIN and how their name is found among the others. */
export interface Person {
  readonly name: RegExp;
  readonly pin: string;
}

/** People of the demo club. */
export const CAMILA: Person = { name: /Camila Rojas/, pin: '482913' };
export const ROCIO: Person = { name: /Rocío Fuentes/, pin: '730516' };
export const SUPERVISOR: Person = { name: /Ignacio Bravo/, pin: '816047' };

/** The button of exactly this name, or of a name that fits. */
export function button(on: Page | Locator, name: string | RegExp): Locator {
  return on.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
}

/** The heading of exactly this text. */
export function heading(on: Page, name: string): Locator {
  return on.getByRole('heading', { name, exact: true });
}

/** Presses as a person does: not in the first moment after something opened, when taps are ignored on purpose. */
export async function press(target: Locator): Promise<void> {
  await target.waitFor();
  await target.page().waitForTimeout(400);
  await target.click();
}

/** Types on the keypad of the screen. */
export async function typePin(on: Page, pin: string): Promise<void> {
  for (const digit of pin) await button(on, digit).click();
}

/** Picks a name among people and types their PIN: a login, or another person's yes. */
export async function identify(on: Page, { name, pin }: Person): Promise<void> {
  await press(button(on, name));
  await typePin(on, pin);
}

/** A tile of the till's menu. */
export function tile(till: Page, name: string): Locator {
  return till.locator('.n-tile').filter({ hasText: name }).first();
}

/** What the till's next successful write to this address of the API is answered with. */
export async function answerTo<Body>(till: Page, path: string): Promise<Body> {
  const answer = await till.waitForResponse(
    (one) => one.url().endsWith(`/api/v1${path}`) && one.request().method() === 'POST' && one.ok(),
  );
  return (await answer.json()) as Body;
}
