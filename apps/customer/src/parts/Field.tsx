import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'autoCapitalize' | 'maxLength' | 'placeholder' | 'min' | 'max' | 'autoFocus'
>;

interface FieldProps extends Native {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date';
  readonly hint?: string;
  /** What is wrong with it; replaces the hint. */
  readonly problem?: string;
  readonly optional?: boolean;
  readonly onLeave?: () => void;
}

/** One line of a form: label above, what is wrong below. A password can be looked at. */
export function Field(props: FieldProps): ReactNode {
  const { label, value, onChange, type = 'text', hint, problem, optional = false, onLeave, ...native } = props;
  const { t } = useTranslation();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isSecret = type === 'password';
  const below = problem ?? hint;
  return (
    <div className="guest-field">
      <label className="guest-field__label" htmlFor={id}>
        {label}
        {optional && <span className="guest-field__optional">{t('form.optional')}</span>}
      </label>
      <div className="guest-field__box" data-bad={problem ? '' : undefined}>
        <input
          {...native}
          id={id}
          className="guest-input"
          type={isSecret && isShown ? 'text' : type}
          value={value}
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={below ? `${id}-below` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
        {isSecret && (
          <button
            type="button"
            className="n-press guest-field__eye"
            aria-pressed={isShown}
            aria-label={t('form.show_password')}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <IconEyeOff size={22} aria-hidden /> : <IconEye size={22} aria-hidden />}
          </button>
        )}
      </div>
      {below && (
        <p id={`${id}-below`} className="guest-field__below" data-bad={problem ? '' : undefined}>
          {below}
        </p>
      )}
    </div>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly problem?: string;
}

/** A yes that somebody gives by a tap. */
export function Check({ checked, onChange, children, problem }: CheckProps): ReactNode {
  const id = useId();
  return (
    <div className="guest-field">
      <label className="guest-check">
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{children}</span>
      </label>
      {problem && (
        <p id={id} className="guest-field__below" data-bad="">
          {problem}
        </p>
      )}
    </div>
  );
}
