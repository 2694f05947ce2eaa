import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** The usual reasons, one tap each. */
  readonly presets: readonly string[];
  readonly label: string;
  readonly disabled?: boolean;
}

const MOST_LETTERS = 200;

/** A reason: one of the usual ones by a tap, or in own words. */
export function ReasonField({ value, onChange, presets, label, disabled = false }: ReasonFieldProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="pos-reason">
      <label className="pos-label" htmlFor={id}>
        {label}
      </label>
      <div className="pos-chips" role="group" aria-label={t('reason.usual')}>
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            className="n-press pos-chip"
            aria-pressed={value === preset}
            disabled={disabled}
            onClick={() => onChange(value === preset ? '' : preset)}
          >
            {preset}
          </button>
        ))}
      </div>
      <input
        id={id}
        className="pos-input"
        value={value}
        maxLength={MOST_LETTERS}
        placeholder={t('reason.own')}
        autoComplete="off"
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
