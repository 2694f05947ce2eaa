import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../device/sound';

export interface ToastMessage {
  readonly text: string;
  /** Colours the icon; without it the bar is neutral. */
  readonly outcome?: Outcome;
  /** Takes the act back. The bar is then an undo bar. */
  readonly onUndo?: () => void;
  /** How long it stays, ms. 5 s, or 8 s when it can be undone. */
  readonly forMs?: number;
}

/** Null takes away what is shown, such as an undo that came too late. */
type ShowToast = (message: ToastMessage | null) => void;

const ToastContext = createContext<ShowToast | null>(null);

/** `const toast = useToast(); toast({ text: 'Venta vaciada', onUndo: restore })`. Below `NocheProvider`. */
export function useToast(): ShowToast {
  const show = use(ToastContext);
  if (!show) throw new Error('useToast needs a NocheProvider above it');
  return show;
}

/** Shows one message at a time; a newer one replaces it. `NocheProvider` has it already. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState<{ readonly id: number; readonly message: ToastMessage } | null>(null);
  const lastId = useRef(0);
  const show = useCallback<ShowToast>((message) => setShown(message && { id: ++lastId.current, message }), []);
  const hide = useMemo(() => () => setShown(null), []);
  return (
    <ToastContext value={show}>
      {children}
      <section className="n-toasts" aria-label={t('toast.region')} aria-live="polite">
        {shown && <ToastBar key={shown.id} message={shown.message} onGone={hide} />}
      </section>
    </ToastContext>
  );
}

const ICONS = { ok: IconCheck, caution: IconAlertTriangle, bad: IconX };

function ToastBar({ message, onGone }: { readonly message: ToastMessage; readonly onGone: () => void }): ReactNode {
  const { t } = useTranslation('ui');
  const { text, outcome, onUndo } = message;
  const forMs = message.forMs ?? (onUndo ? 8_000 : 5_000);
  useEffect(() => {
    const timer = setTimeout(onGone, forMs);
    return () => clearTimeout(timer);
  }, [onGone, forMs]);
  const Icon = outcome && ICONS[outcome];
  return (
    <div className="n-toast" data-outcome={outcome}>
      {Icon && <Icon size={22} stroke={2.2} aria-hidden />}
      <span className="n-toast__text">{text}</span>
      {onUndo && (
        <button
          type="button"
          className="n-press n-toast__undo"
          onClick={() => {
            onUndo();
            onGone();
          }}
        >
          {t('toast.undo')}
        </button>
      )}
    </div>
  );
}
