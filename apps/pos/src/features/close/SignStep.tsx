import { useLink, useWrite } from '@libs/screen';
import { BigButton, signal } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { needsStepUp } from '../../app/problems';
import type { CountOutcome, Session } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { TotalsList } from '../../parts/TotalsList';

interface SignStepProps {
  readonly session: Session;
  /** What the count came to; null when it was sent before this page was loaded. */
  readonly outcome: CountOutcome | null;
  readonly onRecount: () => void;
  readonly onResumed: (session: Session) => void;
  readonly onClosed: (session: Session) => void;
}

const MOST_LETTERS = 500;
/** The first count and one more. */
const MOST_COUNTS = 2;

/**
 * The count is in. Either one recount, still blind, or standing by it: then the difference shows, and with a note, and
 * the signature where it is asked for, the register is closed. Or back to selling.
 */
export function SignStep({ session, outcome, onRecount, onResumed, onClosed }: SignStepProps): ReactNode {
  const { t } = useTranslation();
  const { link } = useLink();
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<'close' | 'resume' | null>(null);
  const [signNeeded, setSignNeeded] = useState(outcome?.needs_supervisor ?? false);
  const close = useWrite(
    (token: string | null, key) =>
      api.close(
        session.id,
        { ...(note.trim() === '' ? {} : { note: note.trim() }), ...(token === null ? {} : { step_up_token: token }) },
        key,
      ),
    (closed) => {
      signal('ok');
      onClosed(closed);
    },
  );
  const accept = useWrite((_: null, key) => api.acceptCount(session.id, key));
  const resume = useWrite((token: string, key) => api.resume(session.id, token, key), onResumed);
  const send = (token: string | null): void =>
    close.mutate(token, {
      onError: (error) => {
        if (!needsStepUp(error)) return;
        setSignNeeded(true);
        setAsking('close');
      },
    });
  const { totals } = accept.data ?? session;
  const recountAllowed = outcome ? outcome.recount_allowed : session.count_attempts < MOST_COUNTS;
  const busy = close.isPending || resume.isPending || accept.isPending;
  return (
    <div className="pos-page">
      <header className="pos-page__head">
        <h1 className="pos-page__title">{t('close.counted', { register: session.register.name })}</h1>
      </header>
      <div className="pos-page__body pos-stack pos-sign">
        {link === 'offline' && <Notice>{t('close.offline')}</Notice>}
        <p className="pos-text2">{t(stepWords(totals !== null, signNeeded, recountAllowed))}</p>
        {totals && <TotalsList totals={totals} float={session.float_amount} />}
        <label className="pos-label" htmlFor="close-note">
          {t('close.note')}
        </label>
        <textarea
          id="close-note"
          className="pos-input pos-textarea"
          rows={3}
          value={note}
          maxLength={MOST_LETTERS}
          onChange={(event) => setNote(event.target.value)}
        />
        {close.error && !needsStepUp(close.error) ? <FailureNotice error={close.error} /> : null}
        <FailureNotice error={resume.error} />
        <FailureNotice error={accept.error} />
        <div className="pos-sign__others">
          {recountAllowed && totals === null && (
            <BigButton disabled={busy} onPress={onRecount}>
              {t('close.recount')}
            </BigButton>
          )}
          <BigButton look="quiet" disabled={busy} onPress={() => setAsking('resume')}>
            {t('close.resume')}
          </BigButton>
        </div>
      </div>
      <footer className="pos-page__foot">
        <BigButton
          look="primary"
          wide
          busy={busy}
          disabled={link === 'offline'}
          onPress={() => {
            if (totals === null) accept.mutate(null);
            else if (signNeeded) setAsking('close');
            else send(null);
          }}
        >
          {t(totals === null ? 'close.accept' : signNeeded ? 'close.sign' : 'close.act')}
        </BigButton>
      </footer>
      {asking && (
        <StepUpSheet
          permission="session.sign"
          reason={t(asking === 'close' ? 'close.step_up' : 'close.step_up_resume', { register: session.register.name })}
          onClose={() => setAsking(null)}
          onGranted={(token) => {
            setAsking(null);
            if (asking === 'close') send(token);
            else resume.mutate(token);
          }}
        />
      )}
    </div>
  );
}

function stepWords(seen: boolean, signNeeded: boolean, recountAllowed: boolean) {
  if (!seen) return recountAllowed ? 'close.accept_or_recount' : 'close.accept_last';
  return signNeeded ? 'close.needs_sign' : 'close.ready';
}
