import { needsPerson } from '@libs/screen';
import { uuidv7 } from '@libs/ui';
import { Dedupe } from '@libs/ui/scan';
import { useQueryClient } from '@tanstack/react-query';
import { useReducer, useRef, useState } from 'react';
import type { HeadCount } from '../app/api';
import { headsQuery } from '../app/queries';
import { askWhoIsHere } from '../app/query-client';
import { ask } from './ask';
import { cameraMayAsk, type Mode, next, type Outcome, type Press, READY, triggerMayAsk, type View } from './flow';

export interface DoorFlow {
  readonly view: View;
  /** The camera sees a code, now. */
  readonly sight: (code: string) => void;
  /** Somebody meant this code: a scanner's trigger or a typed number. */
  readonly trigger: (code: string) => void;
  /** Sends a question of unknown fate once more, with its key. */
  readonly resend: () => void;
  /** Another person saw that the card is this guest's. */
  readonly confirmed: (customerToken: string) => void;
  readonly close: () => void;
}

/** From a code to what the person at the door sees. Only the latest scan is shown. */
export function useDoorFlow(mode: Mode): DoorFlow {
  const queries = useQueryClient();
  const [view, step] = useReducer(next, READY);
  const lastId = useRef(0);
  const [sightings] = useState(() => new Dedupe());

  const took = (outcome: Outcome): void => {
    const inside = outcome.kind === 'out' ? outcome.inside : outcome.kind === 'entry' ? outcome.answer.inside : null;
    // What everybody inside makes together is asked for as well; the number itself is known already.
    if (inside !== null) {
      queries.setQueryData<HeadCount>(headsQuery.queryKey, (heads) => heads && { ...heads, inside });
    }
    for (const list of ['heads', 'crossings', 'refusals']) void queries.invalidateQueries({ queryKey: [list] });
  };

  const send = (press: Press): void => {
    const id = ++lastId.current;
    let latest = press;
    step({ type: 'asked', id, press });
    ask(press, (learnt) => (latest = learnt)).then(
      (outcome) => {
        step({ type: 'answered', id, outcome });
        took(outcome);
      },
      (error: unknown) => {
        sightings.forget(press.code);
        if (needsPerson(error)) {
          step({ type: 'closed' });
          askWhoIsHere(error);
        } else step({ type: 'unanswered', id, press: latest });
      },
    );
  };
  const begin = (code: string): void => send({ key: uuidv7(), mode, code, customerToken: null });

  return {
    view,
    sight: (code) => {
      if (sightings.see(code, performance.now()) && cameraMayAsk(view)) begin(code);
    },
    trigger: (code) => {
      if (triggerMayAsk(view, code)) begin(code);
    },
    resend: () => {
      if (view.kind === 'unanswered') send(view.press);
    },
    confirmed: (customerToken) => {
      if (view.kind === 'answered') send({ ...view.press, customerToken });
    },
    close: () => step({ type: 'closed' }),
  };
}
