import { hasCode, useWrite } from '@libs/screen';
import { BigButton, Clock, PersonBadge, Sheet, TopBar, useIdle, useToast, useWedge, useSetting } from '@libs/ui';
import { CameraView, TypeSheet } from '@libs/ui/scan';
import { IconDots, IconHistory, IconKeyboard } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecentList } from '../features/recent/RecentList';
import { AllowSheet, type Allowable } from '../features/refusals/AllowSheet';
import { RefusalsSheet } from '../features/refusals/RefusalsSheet';
import { ConfirmGuestSheet } from '../features/result/ConfirmGuestSheet';
import { DeliveredResult } from '../features/result/DeliveredResult';
import { HandedResult } from '../features/result/GuestResult';
import type { View } from '../scan/flow';
import { useScanFlow } from '../scan/useScanFlow';
import { Answer } from './Answer';
import { api, type Bar, type Me } from './api';
import { LinkBadge } from './LinkBadge';
import { lockBar } from './lock';
import { useRealtime } from './realtime';
import { SettingsSheet } from './SettingsSheet';
import { cameraFacing, leftHanded } from './stored';

type Open = 'type' | 'recent' | 'settings' | 'refusals' | null;

interface Undo {
  readonly ticketId: string;
  readonly pressId: string;
  readonly code: string;
}

/** The work of a bar: camera, scanner and typed number are all live, and the latest scan takes the screen. */
export function BarScreen({ me, bar }: { readonly me: Me; readonly bar: Pick<Bar, 'id' | 'name'> }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const left = useSetting(leftHanded);
  const flow = useScanFlow(bar.id);
  const [open, setOpen] = useState<Open>(null);
  const [allowing, setAllowing] = useState<Allowable | null>(null);
  const [confirming, setConfirming] = useState(false);
  const { view } = flow;
  const timeZone = me.venue.time_zone;
  const mayAllow = me.permissions.includes('ticket.allow');

  const trigger = (code: string): void => {
    setOpen(null);
    flow.trigger(code);
  };
  useWedge(trigger, { enabled: allowing === null && !confirming });
  useIdle(me.venue.settings.idle_lock_seconds * 1_000, lockBar, {
    enabled: view.kind === 'ready' && allowing === null && !confirming,
  });
  useRealtime(me.session_id, ({ type, subject_id }) => {
    const refused = view.kind === 'answer' && view.scan.outcome === 'refused' ? view.scan.ticket : null;
    if (type === 'tickets.allowed' && subject_id === refused?.id) flow.again();
  });

  const undo = useWrite(
    ({ ticketId, pressId }: Undo, key) => api.undo(ticketId, pressId, key),
    (_, { code, pressId }) => {
      void queries.invalidateQueries({ queryKey: ['recent'] });
      toast({ text: t('confirm.undone', { code }), outcome: 'ok' });
      if (view.kind === 'delivered' && view.delivery.delivery.press_id === pressId) flow.close();
      if (view.kind === 'handed' && pressesOf(view).at(-1)?.pressId === pressId) flow.close();
    },
    ({ pressId }) => pressId,
  );
  /** One after the other, and those that were undone before are passed over; what was not is said, and stays in the list. */
  const undoAll = async (presses: readonly Undo[]): Promise<void> => {
    for (const press of presses) {
      try {
        await undo.mutateAsync(press);
      } catch (error) {
        if (!hasCode(error, 'ticket.already_undone')) return;
        if (press === presses.at(-1)) flow.close();
      }
    }
  };
  const undoing = undo.isPending ? undo.variables.pressId : null;
  const undoFromList = (press: { ticket_id: string; press_id: string; display_code: string }): void =>
    undo.mutate(
      { ticketId: press.ticket_id, pressId: press.press_id, code: press.display_code },
      { onError: () => toast({ text: t('state.unknown'), outcome: 'caution' }) },
    );
  const recent = <RecentList barId={bar.id} timeZone={timeZone} undoing={undoing} onUndo={undoFromList} />;

  return (
    <div className="bar-app" data-hand={left ? 'left' : 'right'}>
      <TopBar venue={me.venue.name} place={bar.name}>
        <LinkBadge />
        <Clock timeZone={timeZone} />
        <PersonBadge name={me.employee.name} action={t('bar.lock')} onPress={lockBar} />
      </TopBar>
      <main className="bar-main">
        <h1 className="n-hidden">{t('bar.title', { bar: bar.name })}</h1>
        <CameraView
          facing={cameraFacing}
          hint={t('camera.hint')}
          asking={view.kind === 'asking'}
          onSight={flow.sight}
        />
        <section className="bar-side" aria-label={t('recent.title')}>
          <h2 className="bar-side__title">{t('recent.title')}</h2>
          <div className="bar-side__list" role="group" aria-label={t('recent.title')} tabIndex={0}>
            {recent}
          </div>
        </section>
        <nav className="bar-actions" aria-label={t('bar.more')}>
          <BigButton look="primary" size="method" icon={<IconKeyboard size={28} />} onPress={() => setOpen('type')}>
            {t('bar.type')}
          </BigButton>
          <span className="bar-actions__recent">
            <BigButton size="method" icon={<IconHistory size={26} />} onPress={() => setOpen('recent')}>
              {t('recent.show')}
            </BigButton>
          </span>
          <BigButton size="method" icon={<IconDots size={26} />} onPress={() => setOpen('settings')}>
            {t('bar.more')}
          </BigButton>
        </nav>
      </main>
      <Answer
        flow={flow}
        timeZone={timeZone}
        onConfirm={() => setConfirming(true)}
        onAllow={mayAllow ? ({ id, display_code }) => setAllowing({ id, code: display_code }) : undefined}
      />
      {view.kind === 'delivered' && (
        <DeliveredResult
          key={view.id}
          delivery={view.delivery}
          undoing={undoing === view.delivery.delivery.press_id}
          problem={undo.variables?.pressId === view.delivery.delivery.press_id ? undo.error : null}
          onUndo={() => {
            const { ticket, delivery } = view.delivery;
            undo.mutate({ ticketId: ticket.id, pressId: delivery.press_id, code: ticket.display_code });
          }}
          onClose={flow.close}
        />
      )}
      {view.kind === 'handed' && (
        <HandedResult
          key={view.id}
          hands={view.hands}
          undoing={undoing !== null && pressesOf(view).some(({ pressId }) => pressId === undoing)}
          problem={pressesOf(view).some(({ pressId }) => pressId === undo.variables?.pressId) ? undo.error : null}
          onUndo={() => void undoAll(pressesOf(view))}
          onClose={() => {
            undo.reset();
            flow.close();
          }}
        />
      )}
      {confirming && view.kind === 'answer' && view.scan.guest && (
        <ConfirmGuestSheet
          token={view.scan.guest.customer_token}
          name={view.scan.guest.first_name}
          onClose={() => setConfirming(false)}
          onConfirmed={(guest) => {
            setConfirming(false);
            const { tickets = [], ...rest } = guest;
            const detail = tickets.length > 0 ? '' : t('guest.all_given');
            flow.answered({ ...view.scan, guest: rest, guest_tickets: tickets, detail });
          }}
        />
      )}
      {open === 'type' && <TypeSheet prefix={me.venue.ticket_prefix} onCode={trigger} onClose={() => setOpen(null)} />}
      <Sheet opened={open === 'recent'} onClose={() => setOpen(null)} title={t('recent.title')} size="full">
        <div role="group" aria-label={t('recent.title')} tabIndex={0}>
          {recent}
        </div>
      </Sheet>
      {open === 'settings' && (
        <SettingsSheet onClose={() => setOpen(null)} onRefusals={mayAllow ? () => setOpen('refusals') : undefined} />
      )}
      {open === 'refusals' && <RefusalsSheet timeZone={timeZone} onAllow={setAllowing} onClose={() => setOpen(null)} />}
      {allowing && (
        <AllowSheet
          ticket={allowing}
          onClose={() => setAllowing(null)}
          onAllowed={() => {
            toast({ text: t('allow.done', { code: allowing.code }), outcome: 'ok' });
            setAllowing(null);
            flow.again();
          }}
        />
      )}
    </div>
  );
}

function pressesOf({ hands }: Extract<View, { kind: 'handed' }>): Undo[] {
  return hands.flatMap(({ delivery }) =>
    delivery
      ? [{ ticketId: delivery.ticket.id, pressId: delivery.delivery.press_id, code: delivery.ticket.display_code }]
      : [],
  );
}
