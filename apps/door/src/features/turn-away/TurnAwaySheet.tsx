import { useWrite } from '@libs/screen';
import { BigButton, Sheet } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type TurnedAway } from '../../app/api';
import { FailureNotice } from '../../parts/Notice';

interface TurnAwaySheetProps {
  /** What is known already, such as from an identity card. */
  readonly reason: TurnedAway | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const REASONS: readonly TurnedAway[] = ['under_age', 'no_document', 'intoxicated', 'banned', 'dress_code', 'other'];
const MAX_NOTE = 200;

interface Refusing {
  readonly reason: TurnedAway;
  readonly note: string;
}

/** Somebody does not come in, for a reason that no scan knows. It stays in the books, without a name unless one is written. */
export function TurnAwaySheet({ reason: known, onDone, onClose }: TurnAwaySheetProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState(known);
  const [note, setNote] = useState('');
  const refuse = useWrite(
    (refusing: Refusing, key) => api.turnAway(refusing.reason, refusing.note || undefined, key),
    onDone,
    (refusing) => JSON.stringify(refusing),
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('turn_away.title')}
      footer={
        <BigButton
          look="primary"
          wide
          busy={refuse.isPending}
          disabled={reason === null}
          onPress={() => {
            if (reason) refuse.mutate({ reason, note: note.trim() });
          }}
        >
          {t('turn_away.act')}
        </BigButton>
      }
    >
      <div className="door-stack">
        <div className="door-stack" role="group" aria-label={t('turn_away.why')}>
          {REASONS.map((each) => (
            <button
              key={each}
              type="button"
              className="n-press door-option"
              aria-pressed={reason === each}
              onClick={() => setReason(each)}
            >
              {t(`reason.${each}`)}
            </button>
          ))}
        </div>
        <input
          className="door-input"
          aria-label={t('turn_away.note')}
          placeholder={t('turn_away.note')}
          maxLength={MAX_NOTE}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <FailureNotice error={refuse.error} />
      </div>
    </Sheet>
  );
}
