import { formatCLP, useToast, useWedge } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { methodsOf } from '../parts/methods';
import { useTill } from './till-context';
import type { GuestHere } from './use-guest';

const GuestSheet = lazy(async () => ({ default: (await import('../features/guest/GuestSheet')).GuestSheet }));
const TopUpSheet = lazy(async () => ({ default: (await import('../features/guest/TopUpSheet')).TopUpSheet }));
const StepUpSheet = lazy(async () => ({ default: (await import('../parts/StepUpSheet')).StepUpSheet }));

export type GuestAct = 'scan' | 'top_up' | 'confirm' | null;

interface GuestDeskProps {
  readonly here: GuestHere;
  readonly act: GuestAct;
  readonly onAct: (act: GuestAct) => void;
  /** A scan would come in between: a card is being charged, or nobody knows yet what became of a sale. */
  readonly deaf: boolean;
  readonly blocked: string | null;
  /** A guest shows a QR while the last sale is still on screen. */
  readonly onScanned: () => void;
}

/** Hears the scanner at any moment of a sale, and holds what is opened about its guest. */
export function GuestDesk({ here, act, onAct, deaf, blocked, onScanned }: GuestDeskProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { session, register } = useTill();
  const { guest } = here;
  const read = (code: string): void => {
    onScanned();
    here.identify(code);
  };
  /** Read on request: the sheet has done its work, and a card is confirmed at once. */
  const readInSheet = (code: string): void => {
    onScanned();
    here.identify(code, ({ isConfirmed }) => onAct(isConfirmed ? null : 'confirm'));
  };
  useWedge(read, { enabled: !deaf && act === null && blocked === null });
  const close = (): void => {
    here.forgetError();
    onAct(null);
  };
  return (
    <Suspense>
      {act === 'scan' && <GuestSheet busy={here.busy} error={here.error} onCode={readInSheet} onClose={close} />}
      {act === 'confirm' && guest && (
        <StepUpSheet
          permission="customer.confirm"
          reason={t('guest.confirm_detail')}
          onClose={close}
          onGranted={(token) => {
            here.confirm(token);
            onAct(null);
          }}
        />
      )}
      {act === 'top_up' && guest && (
        <TopUpSheet
          guest={guest}
          sessionId={session.id}
          cash={methodsOf(register).includes('cash')}
          provider={register?.primary_provider ?? null}
          blocked={blocked}
          onClose={close}
          onPaid={(pesos) => {
            here.brought(pesos);
            toast({ text: t('top_up.done', { amount: formatCLP(pesos), name: guest.firstName }), outcome: 'ok' });
            void queries.invalidateQueries({ queryKey: ['movements'] });
            onAct(null);
          }}
        />
      )}
    </Suspense>
  );
}
