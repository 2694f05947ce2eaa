import type { ReactNode } from 'react';
import type { Ticket } from './api';
import { DeliverResult } from '../features/result/DeliverResult';
import { RefusedResult, UncheckedResult, UsedResult } from '../features/result/NoDelivery';
import { UnconfirmedResult } from '../features/result/UnconfirmedResult';
import '../features/result/result.css';
import type { ScanFlow } from '../scan/useScanFlow';

interface AnswerProps {
  readonly flow: ScanFlow;
  readonly timeZone: string;
  /** Present when the person may let a ticket pass. */
  readonly onAllow?: (ticket: Ticket) => void;
}

/** The whole-screen answer to the latest scan; nothing while there is none. */
export function Answer({ flow, timeZone, onAllow }: AnswerProps): ReactNode {
  const { view, deliver, resend, again, close } = flow;
  switch (view.kind) {
    case 'ready':
    case 'asking':
    case 'delivered':
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
      return <DeliverResult key={view.id} ticket={view.press.ticket} busy onDeliver={deliver} onClose={close} />;
    case 'answer': {
      const { scan, id, code } = view;
      const { ticket } = scan;
      if (scan.outcome === 'delivered') {
        return <UsedResult key={id} scan={scan} timeZone={timeZone} onClose={close} />;
      }
      if (scan.outcome === 'deliver' && ticket) {
        return <DeliverResult key={id} ticket={ticket} busy={false} onDeliver={deliver} onClose={close} />;
      }
      const allow = onAllow && ticket ? () => onAllow(ticket) : undefined;
      return <RefusedResult key={id} scan={scan} code={code} onAllow={allow} onAgain={again} onClose={close} />;
    }
  }
}
