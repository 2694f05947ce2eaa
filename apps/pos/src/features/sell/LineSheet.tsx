import { BigButton, NumPad, pressKey, Sheet } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CartLine, MOST_UNITS } from '../../till/cart';

interface LineSheetProps {
  readonly line: CartLine;
  readonly onClose: () => void;
  readonly onSave: (qty: number, note: string) => void;
}

const MOST_LETTERS = 120;

/** Quantity by keypad and a note for the bar. */
export function LineSheet({ line, onClose, onSave }: LineSheetProps): ReactNode {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [note, setNote] = useState(line.note ?? '');
  const qty = digits === '' ? line.qty : Math.min(Number(digits), MOST_UNITS);
  const notes = [t('line.no_ice'), t('line.extra_ice'), t('line.lemon'), t('line.no_straw')];
  return (
    <Sheet
      opened
      onClose={onClose}
      title={line.name}
      size="wide"
      footer={
        <>
          <BigButton look="danger" onPress={() => onSave(0, note)}>
            {t('line.remove')}
          </BigButton>
          <BigButton look="primary" onPress={() => onSave(qty, note)}>
            {t('line.save')}
          </BigButton>
        </>
      }
    >
      <div className="pos-linesheet">
        <div className="pos-stack">
          <p className="pos-lineqty" role="status">
            <span className="pos-text2">{t('line.qty')}</span>
            <strong>{qty}</strong>
          </p>
          <NumPad kind="pin" onKey={(key) => setDigits(pressKey(digits, key, 2))} />
        </div>
        <div className="pos-stack">
          <label className="pos-label" htmlFor="line-note">
            {t('line.note')}
          </label>
          <div className="pos-chips" role="group" aria-label={t('line.note')}>
            {notes.map((preset) => (
              <button
                key={preset}
                type="button"
                className="n-press pos-chip"
                aria-pressed={note === preset}
                onClick={() => setNote(note === preset ? '' : preset)}
              >
                {preset}
              </button>
            ))}
          </div>
          <input
            id="line-note"
            className="pos-input"
            value={note}
            maxLength={MOST_LETTERS}
            autoComplete="off"
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </div>
    </Sheet>
  );
}
