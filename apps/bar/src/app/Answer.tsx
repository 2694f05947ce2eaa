import type { ReactNode } from 'react';
import type { Ticket } from './api';
import { DeliverResult } from '../features/result/DeliverResult';
import { GuestUnsure, NothingForGuest, UnconfirmedGuest } from '../features/result/GuestResult';
import { RefusedResult, UncheckedResult, UsedResult } from '../features/result/NoDelivery';
import { UnconfirmedResult } from '../features/result/UnconfirmedResult';
import '../features/result/result.css';
import type { ScanFlow } from '../scan/useScanFlow';

interface AnswerProps {
  readonly flow: ScanFlow;
  readonly timeZone: string;
  /** Present when the person may let a ticket pass. */
  readonly onAllow?: (ticket: Ticket) => void;
  /** Somebody else looks at a guest's papers. */
  readonly onConfirm: () => void;
}

/** The whole-screen answer to the latest scan; nothing while there is none. */
export function Answer({ flow, timeZone, onAllow, onConfirm }: AnswerProps): ReactNode {
  const { view, deliver, handOut, handOutAgain, resend, again, close } = flow;
  switch (view.kind) {
    case 'ready':
    case 'asking':
    case 'delivered':
    case 'handed':
      return null;
    case 'unanswered':
      return <UncheckedResult key={view.id} kind="unanswered" code={view.code} onAgain={again} onClose={close} />;
    case 'failed':
      return (
        <UncheckedResult
          key={view.id}
          kind="failed"
          code={view.code}
          detail={view.detail}
          onAgain={again}
          onClose={close}
        />
      );
    case 'unconfirmed':
      return (
        <UnconfirmedResult key={view.press.key} press={view.press} busy={false} onAgain={resend} onClose={close} />
      );
    case 'pressing':
      if (view.again) {
        return <UnconfirmedResult key={view.press.key} press={view.press} busy onAgain={resend} onClose={close} />;
      }
      return (
        <DeliverResult
          key={view.id}
          tickets={[view.press.ticket]}
          corner={view.press.ticket.display_code}
          busy
          onDeliver={() => undefined}
          onClose={close}
        />
      );
    case 'unsure':
      return <GuestUnsure key="unsure" hands={view.hands} busy={false} onAgain={handOutAgain} onClose={close} />;
    case 'handing':
      if (view.again)
        return <GuestUnsure key="unsure" hands={view.hands} busy onAgain={handOutAgain} onClose={close} />;
      return (
        <DeliverResult
          key={view.id}
          tickets={view.scan.guest_tickets}
          corner={view.scan.guest?.first_name ?? ''}
          busy
          onDeliver={() => undefined}
          onClose={close}
        />
      );
    case 'answer': {
      const { scan, id, code } = view;
      const { ticket } = scan;
      if (scan.outcome === 'delivered') {
        return <UsedResult key={id} scan={scan} timeZone={timeZone} onClose={close} />;
      }
      if (scan.outcome === 'deliver' && ticket) {
        return (
          <DeliverResult
            key={id}
            tickets={[ticket]}
            corner={ticket.display_code}
            busy={false}
            onDeliver={([only]) => only && deliver(only.items)}
            onClose={close}
          />
        );
      }
      if (scan.outcome === 'guest' && scan.guest) {
        const name = scan.guest.first_name;
        if (!scan.guest.is_confirmed) {
          return <UnconfirmedGuest key={id} detail={scan.detail} name={name} onConfirm={onConfirm} onClose={close} />;
        }
        if (scan.guest_tickets.length === 0) {
          return <NothingForGuest key={id} detail={scan.detail} name={name} onClose={close} />;
        }
        return (
          <DeliverResult
            key={`${id}-guest`}
            tickets={scan.guest_tickets}
            corner={name}
            busy={false}
            onDeliver={handOut}
            onClose={close}
          />
        );
      }
      const allow = onAllow && ticket ? () => onAllow(ticket) : undefined;
      return <RefusedResult key={id} scan={scan} code={code} onAllow={allow} onAgain={again} onClose={close} />;
    }
  }
}
