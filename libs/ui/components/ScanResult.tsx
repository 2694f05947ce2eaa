import { IconAlertTriangle, IconChevronsDown, IconCircleCheck, IconCircleX, IconCloudOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Outcome, signal } from '../device/sound';
import { useEdges } from './useEdges';

interface ScanResultProps {
  /** Green, amber or red, with its own icon, sound and vibration; `unknown` is dark: nobody answered. */
  readonly outcome: Outcome | 'unknown';
  /** The word: "Entregar", "Ya entregado", "No válido". */
  readonly word: string;
  /** Top right: "Nº 148". */
  readonly corner?: ReactNode;
  /** The one huge thing: a time or a hanger number. */
  readonly huge?: ReactNode;
  /** Lines to hand over (`ScanLine`), or the reason in one sentence. */
  readonly children?: ReactNode;
  /** Smaller line below: bar, person, note. */
  readonly detail?: ReactNode;
  /** `ResultButton`s, the main one last. */
  readonly actions?: ReactNode;
  /** Closes by itself after this many ms; a touch anywhere stops that. */
  readonly closeAfterMs?: number;
  readonly onClose?: () => void;
  /** Do not sound or vibrate, for a result that is shown again. */
  readonly silent?: boolean;
}

const ICONS = { ok: IconCircleCheck, caution: IconAlertTriangle, bad: IconCircleX, unknown: IconCloudOff };

/** The answer to a scan, over the whole screen, readable at arm's length. Give it the scan's id as `key`. */
export function ScanResult(props: ScanResultProps): ReactNode {
  const { outcome, word, corner, huge, children, detail, actions, closeAfterMs, onClose, silent = false } = props;
  const { t } = useTranslation('ui');
  const [kept, setKept] = useState(false);
  const closes = closeAfterMs !== undefined && !kept;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const hidesMore = useEdges(body, 'down').after;
  const announce = useEffectEvent(() => {
    heading.current?.focus({ preventScroll: true });
    if (!silent) signal(outcome === 'unknown' ? 'caution' : outcome);
  });
  const close = useEffectEvent(() => onClose?.());

  useEffect(() => announce(), []);
  useEffect(() => {
    if (!closes) return;
    const timer = setTimeout(() => close(), closeAfterMs);
    return () => clearTimeout(timer);
  }, [closes, closeAfterMs]);

  const Icon = ICONS[outcome];
  return (
    <section className="n-result" aria-labelledby={id} data-outcome={outcome} onPointerDown={() => setKept(true)}>
      <div className="n-result__head">
        <h1 ref={heading} id={id} tabIndex={-1} className="n-result__word">
          <Icon size={64} stroke={2} aria-hidden />
          {word}
        </h1>
        {corner !== undefined && <span className="n-result__corner">{corner}</span>}
      </div>
      <div ref={body} className="n-result__body" role="alert" tabIndex={hidesMore ? 0 : undefined}>
        {huge !== undefined && <div className="n-result__huge">{huge}</div>}
        {children !== undefined && <div className="n-result__lines">{children}</div>}
        {detail !== undefined && <div className="n-result__detail">{detail}</div>}
      </div>
      <div className="n-result__foot">
        {hidesMore && (
          <p className="n-result__more">
            <IconChevronsDown size={34} stroke={2.2} aria-hidden />
            {t('scan.more')}
          </p>
        )}
        {actions !== undefined && <div className="n-result__actions">{actions}</div>}
      </div>
      {closes && (
        <div className="n-result__clock" style={{ animationDuration: `${closeAfterMs}ms` }}>
          <span className="n-hidden">{t('scan.closing')}</span>
        </div>
      )}
    </section>
  );
}

interface ScanLineProps {
  readonly quantity: number;
  readonly name: string;
  readonly note?: string;
  /** Struck through: handed over already, or left out of a partial delivery. */
  readonly out?: boolean;
  /** Partial delivery: a tap on the line takes it out or in. */
  readonly onPress?: () => void;
}

/** One product to hand over: `<ScanLine quantity={2} name="Piscola" note="sin hielo" />` */
export function ScanLine({ quantity, name, note, out = false, onPress }: ScanLineProps): ReactNode {
  const body = (
    <>
      <span className="n-result__quantity">{quantity} ×</span>
      <span className="n-result__name">
        {name}
        {note && <small>{note}</small>}
      </span>
    </>
  );
  if (!onPress) {
    return (
      <div className="n-result__line" data-out={out || undefined}>
        {body}
      </div>
    );
  }
  return (
    <button
      type="button"
      className="n-press n-result__line"
      data-out={out || undefined}
      aria-pressed={!out}
      onClick={onPress}
    >
      {body}
    </button>
  );
}

interface ResultButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** The lesser of two actions. */
  readonly lesser?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

/** An action of a `ScanResult`, 108 px high, in the ink of the outcome. */
export function ResultButton({
  children,
  onPress,
  lesser = false,
  busy = false,
  disabled = false,
}: ResultButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="n-press n-result__button"
      data-lesser={lesser || undefined}
      aria-busy={busy || undefined}
      disabled={disabled}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {children}
    </button>
  );
}
