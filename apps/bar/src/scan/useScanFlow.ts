import { ApiProblem } from '@libs/api-client';
import { isUnknown, needsPerson, sentenceOf } from '@libs/screen';
import { uuidv7 } from '@libs/ui';
import { Dedupe } from '@libs/ui/scan';
import { useQueryClient } from '@tanstack/react-query';
import { useReducer, useRef, useState } from 'react';
import { api, type Portion, type Scan, type Ticket } from '../app/api';
import { askWhoIsHere } from '../app/query-client';
import { cameraMayAsk, type Fate, next, type Press, READY, triggerMayAsk, type View } from './flow';

export interface ScanFlow {
  readonly view: View;
  /** The camera sees a code, now. */
  readonly sight: (code: string) => void;
  /** Somebody meant this code: a scanner's trigger or a typed number. */
  readonly trigger: (code: string) => void;
  /** Asks about the code on screen once more. */
  readonly again: () => void;
  /** "Entregado": writes down what was handed over, under a key of its own. */
  readonly deliver: (items: Portion[]) => void;
  /** "Entregado" for tickets of one guest: each is written down under a key of its own. */
  readonly handOut: (portions: readonly { readonly ticket: Ticket; readonly items: Portion[] }[]) => void;
  /** Sends those presses of unknown fate once more, with their keys. */
  readonly handOutAgain: () => void;
  /** Another answer to the scan on screen: a guest's card was confirmed. */
  readonly answered: (scan: Scan) => void;
  /** Sends a press of unknown fate once more, with its key. */
  readonly resend: () => void;
  readonly close: () => void;
}

/** From a code to what the bartender sees, and from the press to its confirmation. Only the latest scan is shown. */
export function useScanFlow(barId: string): ScanFlow {
  const queries = useQueryClient();
  const [view, step] = useReducer(next, READY);
  const lastId = useRef(0);
  const [sightings] = useState(() => new Dedupe());

  const ask = (code: string): void => {
    const id = ++lastId.current;
    step({ type: 'scanned', id, code });
    api.scan(code).then(
      (scan) => {
        step({ type: 'answered', id, scan });
        if (scan.outcome === 'refused') void queries.invalidateQueries({ queryKey: ['refusals'] });
      },
      (error: unknown) => {
        sightings.forget(code);
        if (needsPerson(error)) {
          step({ type: 'closed' });
          askWhoIsHere(error);
        } else if (isUnknown(error) || !(error instanceof ApiProblem)) step({ type: 'unanswered', id });
        else step({ type: 'failed', id, detail: sentenceOf(error) ?? '' });
      },
    );
  };

  const send = (id: number, code: string, press: Press): void => {
    step({ type: 'pressed', id, press });
    api.deliver(press.ticket.id, barId, press.items, press.key).then(
      (delivery) => {
        step({ type: 'delivered', id, delivery });
        void queries.invalidateQueries({ queryKey: ['recent'] });
      },
      (error: unknown) => {
        askWhoIsHere(error);
        if (isUnknown(error) || !(error instanceof ApiProblem)) step({ type: 'unconfirmed', id });
        // Another bar was quicker, or the ticket changed: look at what it is worth now.
        else if (error.code.startsWith('ticket.')) ask(code);
        else step({ type: 'failed', id, detail: sentenceOf(error) ?? '' });
      },
    );
  };

  const tell = async (id: number, press: Press): Promise<void> => {
    const fate = await fateOf(api.deliver(press.ticket.id, barId, press.items, press.key));
    step({ type: 'told', id, key: press.key, fate });
    if (fate.fate === 'done') void queries.invalidateQueries({ queryKey: ['recent'] });
  };

  return {
    view,
    sight: (code) => {
      if (sightings.see(code, performance.now()) && cameraMayAsk(view)) ask(code);
    },
    trigger: (code) => {
      if (triggerMayAsk(view, code)) ask(code);
    },
    again: () => {
      if (view.kind !== 'ready') ask(view.code);
    },
    deliver: (items) => {
      if (view.kind !== 'answer' || !view.scan.ticket) return;
      send(view.id, view.code, { key: uuidv7(), ticket: view.scan.ticket, items });
    },
    handOut: (portions) => {
      if (view.kind !== 'answer') return;
      const presses = portions.map(({ ticket, items }): Press => ({ key: uuidv7(), ticket, items }));
      step({ type: 'handed', id: view.id, presses });
      for (const press of presses) void tell(view.id, press);
    },
    handOutAgain: () => {
      if (view.kind !== 'unsure') return;
      step({ type: 'handed_again', id: view.id });
      for (const { press, fate } of view.hands) if (fate === 'unknown') void tell(view.id, press);
    },
    answered: (scan) => {
      if (view.kind === 'answer') step({ type: 'answered', id: view.id, scan });
    },
    resend: () => {
      if (view.kind === 'unconfirmed') send(view.id, view.code, view.press);
    },
    close: () => {
      // Nothing came of it: the same code may be shown again at once.
      if (view.kind === 'unanswered' || view.kind === 'failed') sightings.forget(view.code);
      step({ type: 'closed' });
    },
  };
}

async function fateOf(pressed: ReturnType<typeof api.deliver>): Promise<Fate> {
  try {
    return { fate: 'done', delivery: await pressed };
  } catch (error) {
    askWhoIsHere(error);
    if (isUnknown(error) || !(error instanceof ApiProblem)) return { fate: 'unknown' };
    return { fate: 'refused', detail: sentenceOf(error) ?? '' };
  }
}
