import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CashCount, cashCountTotal, type Denomination, DENOMINATIONS, formatCLP } from '../format/clp';
import { pressKey } from '../format/keypad';
import { Money } from './Money';
import { NumPad } from './NumPad';

interface DenominationCounterProps {
  readonly value: CashCount;
  readonly onChange: (count: CashCount) => void;
  readonly disabled?: boolean;
}

const MOST_DIGITS = 4;

/**
 * Counting a drawer, $20.000 to $10, with ± and a keypad for the chosen row. Shows only what the person counted, never
 * what is expected: a blind count stays blind. Read the sum with `cashCountTotal(value)`.
 */
export function DenominationCounter({ value, onChange, disabled = false }: DenominationCounterProps): ReactNode {
  const { t } = useTranslation('ui');
  const [chosen, setChosen] = useState<Denomination>(DENOMINATIONS[0]);
  const set = (worth: Denomination, pieces: number): void => onChange({ ...value, [worth]: Math.max(0, pieces) });
  const pieces = (worth: Denomination): number => value[worth] ?? 0;
  return (
    <div className="n-count">
      <div className="n-count__grid">
        <div className="n-count__rows" role="group" aria-label={t('count.title')}>
          {DENOMINATIONS.map((worth) => (
            <CountRow
              key={worth}
              worth={worth}
              pieces={pieces(worth)}
              chosen={worth === chosen}
              disabled={disabled}
              onChoose={() => setChosen(worth)}
              onSet={(next) => {
                setChosen(worth);
                set(worth, next);
              }}
            />
          ))}
        </div>
        <div className="n-count__side">
          <div className="n-count__total" role="status">
            <span>{t('count.total')}</span>
            <Money pesos={cashCountTotal(value)} size="total" />
          </div>
          <NumPad
            kind="cash"
            disabled={disabled}
            onKey={(key) => set(chosen, Number(pressKey(String(pieces(chosen)), key, MOST_DIGITS)))}
          />
        </div>
      </div>
    </div>
  );
}

interface CountRowProps {
  readonly worth: Denomination;
  readonly pieces: number;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly onSet: (pieces: number) => void;
}

function CountRow({ worth, pieces, chosen, disabled, onChoose, onSet }: CountRowProps): ReactNode {
  const { t } = useTranslation('ui');
  const face = formatCLP(worth);
  return (
    <div className="n-count__row" data-chosen={chosen || undefined}>
      <button
        type="button"
        className="n-press n-count__face"
        aria-pressed={chosen}
        disabled={disabled}
        onClick={onChoose}
      >
        <span className="n-count__worth">{face}</span>
        <span className="n-count__sum">{pieces > 0 && formatCLP(worth * pieces)}</span>
      </button>
      <button
        type="button"
        className="n-press n-step"
        aria-label={t('count.less', { worth: face })}
        disabled={disabled || pieces === 0}
        onClick={() => onSet(pieces - 1)}
      >
        <IconMinus size={24} stroke={1.8} aria-hidden />
      </button>
      <output className="n-count__pieces" aria-label={t('count.how_many', { worth: face })}>
        {pieces}
      </output>
      <button
        type="button"
        className="n-press n-step"
        aria-label={t('count.more', { worth: face })}
        disabled={disabled}
        onClick={() => onSet(pieces + 1)}
      >
        <IconPlus size={24} stroke={1.8} aria-hidden />
      </button>
    </div>
  );
}
