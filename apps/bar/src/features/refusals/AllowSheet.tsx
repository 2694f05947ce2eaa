import { useWrite } from '@libs/screen';
import { BigButton, Sheet } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Ticket } from '../../app/api';
import { FailureNotice } from '../../parts/Notice';

export interface Allowable {
  readonly id: string;
  readonly code: string;
}

interface AllowSheetProps {
  readonly ticket: Allowable;
  readonly onAllowed: (ticket: Ticket) => void;
  readonly onClose: () => void;
}

const REASONS = ['wait', 'system', 'known', 'other'] as const;
const MAX_REASON = 200;

/** A supervisor lets a refused ticket pass, with a reason that stays in the books. */
export function AllowSheet({ ticket, onAllowed, onClose }: AllowSheetProps): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<(typeof REASONS)[number] | null>(null);
  const [written, setWritten] = useState('');
  const reason = chosen === 'other' ? written.trim() : chosen && t(`allow.${chosen}`);
  const allow = useWrite(
    (why: string, key) => api.allow(ticket.id, why, key),
    onAllowed,
    (why) => why,
  );
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('allow.title', { code: ticket.code })}
      footer={
        <BigButton
          look="primary"
          wide
          busy={allow.isPending}
          disabled={!reason}
          onPress={() => {
            if (reason) allow.mutate(reason);
          }}
        >
          {t('allow.act')}
        </BigButton>
      }
    >
      <div className="bar-stack">
        <p className="bar-text2">{t('allow.detail')}</p>
        <h3 className="bar-label">{t('allow.reason')}</h3>
        {REASONS.map((each) => (
          <button
            key={each}
            type="button"
            className="n-press bar-option"
            aria-pressed={chosen === each}
            onClick={() => setChosen(each)}
          >
            {t(`allow.${each}`)}
          </button>
        ))}
        {chosen === 'other' && (
          <input
            className="bar-input"
            aria-label={t('allow.write')}
            placeholder={t('allow.write')}
            maxLength={MAX_REASON}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
        )}
        <FailureNotice error={allow.error} />
      </div>
    </Sheet>
  );
}
