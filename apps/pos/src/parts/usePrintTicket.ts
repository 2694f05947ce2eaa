import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from '@libs/ui';
import { api } from '../app/api';
import type { Printed, Register, Sale } from '../app/wire';

export interface PrintState {
  readonly busy: boolean;
  /** On paper, by the network printer. */
  readonly printed: boolean;
  /** How often this ticket was printed, as far as known here. */
  readonly count: number;
  /** Why it is not on paper, in one sentence: the QR on screen is as good. */
  readonly problem: string | null;
}

export interface PrintTicket {
  readonly state: PrintState;
  /** Prints; resolves with what is on the ticket, or null when it could not be asked for. */
  readonly print: (sale: Sale, register: Register | undefined) => Promise<Printed | null>;
}

/** Prints a ticket: on the register's network printer, or else through the browser's own print. */
export function usePrintTicket(onBrowser: (printed: Printed, sale: Sale) => void): PrintTicket {
  const { t } = useTranslation();
  const [state, setState] = useState<Omit<PrintState, 'busy'>>({ printed: false, count: 0, problem: null });
  const job = useMutation({
    mutationFn: async ({ sale, register }: { sale: Sale; register: Register | undefined }): Promise<Printed | null> => {
      if (!sale.ticket) return null;
      const target = register?.printer_host ? 'printer' : 'browser';
      const answer = await api.print(sale.ticket.id, target, sale.register_session_id, uuidv7());
      if (target === 'browser') onBrowser(answer, sale);
      const onPaper = target === 'printer' && answer.printed;
      const problem = target === 'printer' && !answer.printed ? t('print.problem') : null;
      setState({ printed: onPaper, count: answer.print_count, problem });
      return answer;
    },
    onError: () => setState((now) => ({ ...now, problem: t('print.problem') })),
  });
  return {
    state: { ...state, busy: job.isPending },
    print: (sale, register) => job.mutateAsync({ sale, register }).catch(() => null),
  };
}
