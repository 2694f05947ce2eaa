import { useWrite } from '@libs/screen';
import { BigButton, Sheet } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Crossing } from '../../app/api';
import { FailureNotice } from '../../parts/Notice';

interface UndoSheetProps {
  readonly crossing: Crossing;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const REASONS = ['wrong_person', 'not_in', 'counted_wrong', 'other'] as const;
const MAX_REASON = 200;

/** A supervisor takes a crossing back, with a reason that stays in the books. */
export function UndoSheet({ crossing, onDone, onClose }: UndoSheetProps): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<(typeof REASONS)[number] | null>(null);
  const [written, setWritten] = useState('');
  const reason = chosen === 'other' ? written.trim() : chosen && t(`undo.${chosen}`);
  const undo = useWrite(
    (why: string, key) => api.undo(crossing.id, why, key),
    onDone,
    (why) => why,
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('undo.title')}
      footer={
        <BigButton
          look="primary"
          wide
          busy={undo.isPending}
          disabled={!reason}
          onPress={() => {
            if (reason) undo.mutate(reason);
          }}
        >
          {t('undo.act')}
        </BigButton>
      }
    >
      <div className="door-stack">
        <p className="door-text2">{t('undo.detail')}</p>
        <div className="door-stack" role="group" aria-label={t('undo.why')}>
          {REASONS.map((each) => (
            <button
              key={each}
              type="button"
              className="n-press door-option"
              aria-pressed={chosen === each}
              onClick={() => setChosen(each)}
            >
              {t(`undo.${each}`)}
            </button>
          ))}
        </div>
        {chosen === 'other' && (
          <input
            className="door-input"
            aria-label={t('undo.write')}
            placeholder={t('undo.write')}
            maxLength={MAX_REASON}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
        )}
        <FailureNotice error={undo.error} />
      </div>
    </Sheet>
  );
}
