import { BigButton, Setting, Sheet, useWedge } from '@libs/ui';
import { CameraView, Dedupe, type Facing } from '@libs/ui/scan';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../parts/Notice';

interface GuestSheetProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
}

/** Signs of a guest's code, as it is printed on a card. */
const CODE_LETTERS = 34;
/** Guests hold their telephones out to the screen's side. */
const facing = new Setting<Facing>('noche.pos.camera', 'user');

/** A guest's QR by camera or scanner, or the code of a card by hand. */
export function GuestSheet({ busy, error, onCode, onClose }: GuestSheetProps): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [seen] = useState(() => new Dedupe());
  const code = typed.replace(/\s/g, '').toUpperCase();
  useWedge(onCode);
  return (
    <Sheet opened onClose={onClose} title={t('guest.identify')} size="wide">
      <div className="pos-identify">
        <CameraView
          facing={facing}
          hint={t('guest.hint')}
          asking={busy}
          onSight={(sight) => {
            if (seen.see(sight, performance.now())) onCode(sight);
          }}
        />
        <form
          className="pos-stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (code.length === CODE_LETTERS && !busy) onCode(code);
          }}
        >
          <p className="pos-text2">{t('guest.how')}</p>
          <label className="pos-label" htmlFor="guest-code">
            {t('guest.code')}
          </label>
          <input
            id="guest-code"
            className="pos-input"
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p className="pos-text2">{t('guest.code_detail', { count: code.length, of: CODE_LETTERS })}</p>
          <FailureNotice error={error} />
          <BigButton type="submit" look="primary" wide busy={busy} disabled={code.length !== CODE_LETTERS}>
            {t('guest.search')}
          </BigButton>
        </form>
      </div>
    </Sheet>
  );
}
