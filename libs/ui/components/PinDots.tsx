import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PinDotsProps {
  /** Digits entered. The digits themselves never come here. */
  readonly filled: number;
  /** Digits of a PIN; six in this product. */
  readonly length?: number;
  /** The last PIN was wrong: shakes once and says so. Clear `filled` at the same time. */
  readonly wrong?: boolean;
}

/** How much of the PIN is entered: `<PinDots filled={pin.length} wrong={refused} />` */
export function PinDots({ filled, length = 6, wrong = false }: PinDotsProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="n-pin" data-wrong={wrong || undefined} role="status">
      <span className="n-hidden">{wrong ? t('pad.pin_wrong') : t('pad.pin', { filled, length })}</span>
      {Array.from({ length }, (_, index) => (
        <span key={index} className="n-pin__dot" data-filled={index < filled || undefined} aria-hidden />
      ))}
    </div>
  );
}
