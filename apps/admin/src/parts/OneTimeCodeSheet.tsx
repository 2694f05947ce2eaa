import { Sheet, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { leftOf } from './left';
import { FailureNote } from './Problem';
import type { Failure } from './useAct';

interface OneTimeCodeSheetProps {
  readonly title: string;
  readonly code: string;
  /** ISO-8601 */
  readonly expiresAt: string;
  /** Says that the code was used, once it was. */
  readonly used: string | null;
  /** Another way to hand the code on, above it. */
  readonly above?: ReactNode;
  /** What is done with the code. */
  readonly children: ReactNode;
  /** What comes after the code was used; it may be read before. */
  readonly next?: ReactNode;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onRenew: () => void;
  readonly onClose: () => void;
}

/** A code that is good once and for minutes: big, with the time it has left, until it was used or is too old. */
export function OneTimeCodeSheet(props: OneTimeCodeSheetProps): ReactNode {
  const { title, code, expiresAt, used, above, children, next, busy, failure, onRenew, onClose } = props;
  const { t } = useTranslation();
  const left = leftOf(expiresAt, useNow(1_000));
  const isTooOld = !used && !left;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={title}
      footer={
        <div className="a-actions">
          {isTooOld && (
            <Button variant="light" loading={busy} onClick={onRenew}>
              {t('code.new')}
            </Button>
          )}
          <Button onClick={onClose}>{t('code.done')}</Button>
        </div>
      }
    >
      <FailureNote failure={failure} />
      {used ? (
        <div className="a-code" role="status">
          <IconCircleCheck size={96} stroke={1.4} color="var(--ok)" aria-hidden />
          <p className="a-strong">{used}</p>
        </div>
      ) : (
        <div className="a-code">
          {left && above}
          {left && <p className="a-code__code">{code}</p>}
          <p role="timer" className={left ? 'a-strong' : 'a-short'}>
            {left ? t('code.left', { time: left }) : t('code.expired')}
          </p>
          {left && children}
        </div>
      )}
      {!isTooOld && next && <div className="a-code">{next}</div>}
    </Sheet>
  );
}
