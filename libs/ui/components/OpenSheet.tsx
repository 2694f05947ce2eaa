import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TapGuard } from '../device/guardTap';

export interface SheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Actions, always in view below the scrolling body. */
  readonly footer?: ReactNode;
  /** `narrow` for a question or a keypad, `wide` for a count, `full` for a whole step. */
  readonly size?: 'narrow' | 'wide' | 'full';
  /** Only the buttons inside close it (a charge under way). */
  readonly locked?: boolean;
}

const WIDTHS = { narrow: 480, wide: 940, full: '100%' };

/** Gives the focus back to what opened the sheet, so that a keyboard goes on where it was. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isFree = document.activeElement === document.body || document.activeElement === null;
        if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

/** The sheet itself: what `Sheet` shows while it is open. */
export function OpenSheet({
  onClose,
  title,
  children,
  footer,
  size = 'narrow',
  locked = false,
}: SheetProps): ReactNode {
  const { t } = useTranslation('ui');
  useFocusBack();
  const guard = useRef<TapGuard>(null);
  guard.current ??= new TapGuard();
  const holdTaps = (event: MouseEvent): void => {
    const byKeyboard = event.detail === 0;
    if (byKeyboard || guard.current?.ready) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      fullScreen={size === 'full'}
      size={WIDTHS[size]}
      xOffset={16}
      yOffset={16}
      centered
      closeOnEscape={!locked}
      closeOnClickOutside={!locked}
      transitionProps={{ duration: 0 }}
      classNames={{ content: 'n-sheet__content', title: 'n-sheet__title', body: 'n-sheet__body' }}
    >
      <Modal.Overlay backgroundOpacity={0.72} color="#000" />
      <Modal.Content radius={size === 'full' ? 0 : 'var(--r-result)'} onClickCapture={holdTaps}>
        <div className="n-sheet__head">
          <Modal.Title tabIndex={-1} data-autofocus>
            {title}
          </Modal.Title>
          {!locked && (
            <button type="button" className="n-press n-sheet__close" aria-label={t('sheet.close')} onClick={onClose}>
              <IconX size={26} stroke={1.8} aria-hidden />
            </button>
          )}
        </div>
        <Modal.Body>{children}</Modal.Body>
        {footer !== undefined && <div className="n-sheet__foot">{footer}</div>}
      </Modal.Content>
    </Modal.Root>
  );
}
