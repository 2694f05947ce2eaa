import { ApiProblem } from '@libs/api-client';
import { isUnknown } from '@libs/screen';
import { api, type Guest } from '../app/api';
import type { Outcome, Press } from './flow';
import { shownKind } from './shown';

/** The question after what was learnt on the way, such as who the guest is: a repetition begins there. */
export type Learnt = (press: Press) => void;

/**
 * Asks the server what to do with what was shown.
 * @throws whatever leaves it unknown, or needs the person first
 */
export async function ask(press: Press, learnt: Learnt): Promise<Outcome> {
  try {
    return await outcomeOf(press, learnt);
  } catch (error) {
    if (isUnknown(error) || !(error instanceof ApiProblem)) throw error;
    return { kind: 'refused', title: error.title, detail: error.detail };
  }
}

async function outcomeOf(press: Press, learnt: Learnt): Promise<Outcome> {
  const { mode, code, key, customerToken } = press;
  const kind = shownKind(code);
  if (mode === 'age' || kind === 'id_card') return { kind: 'age', age: (await api.checkAge(code)).outcome };
  if (mode === 'out' && kind === 'guest') return { kind: 'out_by_entry' };
  if (mode === 'out') return { kind: 'out', inside: (await api.exit(code, key)).inside };
  if (kind === 'entry') return { kind: 'entry', answer: await api.validate({ qr: code }, key) };
  const guest = customerToken === null ? await api.identify(code) : null;
  if (guest && !guest.is_confirmed) return { kind: 'card', guest };
  return letGuestIn(press, customerToken ?? (guest as Guest).customer_token, learnt);
}

async function letGuestIn(press: Press, customerToken: string, learnt: Learnt): Promise<Outcome> {
  learnt({ ...press, customerToken });
  return { kind: 'entry', answer: await api.validate({ customer_token: customerToken }, press.key) };
}
