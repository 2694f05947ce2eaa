import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmCardSheet } from '../features/result/ConfirmCardSheet';
import { EntryResult } from '../features/result/EntryResult';
import { AgeResult, OutResult, RefusedResult, UnansweredResult } from '../features/result/OtherResults';
import type { TurnedAway } from './api';
import type { DoorFlow } from '../scan/useDoorFlow';

interface AnswerProps {
  readonly flow: DoorFlow;
  readonly timeZone: string;
  /** Opens what is written down about somebody who does not come in. */
  readonly onTurnAway: (reason: TurnedAway | null) => void;
}

/** The whole-screen answer to the latest scan; nothing while there is none. */
export function Answer({ flow, timeZone, onTurnAway }: AnswerProps): ReactNode {
  const { t } = useTranslation();
  const { view, resend, confirmed, close } = flow;
  if (view.kind === 'unanswered' || (view.kind === 'asking' && view.again)) {
    const busy = view.kind === 'asking';
    return <UnansweredResult key={view.press.key} busy={busy} onAgain={resend} onClose={close} />;
  }
  if (view.kind !== 'answered') return null;
  const { id, outcome } = view;
  switch (outcome.kind) {
    case 'entry':
      return <EntryResult key={id} answer={outcome.answer} timeZone={timeZone} onClose={close} />;
    case 'out':
      return <OutResult key={id} inside={outcome.inside} onClose={close} />;
    case 'age':
      return (
        <AgeResult
          key={id}
          age={outcome.age}
          onTurnAway={() => onTurnAway(outcome.age === 'under_age' ? 'under_age' : null)}
          onClose={close}
        />
      );
    case 'card':
      return <ConfirmCardSheet key={id} guest={outcome.guest} onConfirmed={confirmed} onClose={close} />;
    case 'out_by_entry':
      return (
        <RefusedResult
          key={id}
          title={t('result.out_by_entry')}
          detail={t('result.out_by_entry_detail')}
          onClose={close}
        />
      );
    case 'refused':
      return <RefusedResult key={id} title={outcome.title} detail={outcome.detail} onClose={close} />;
  }
}
