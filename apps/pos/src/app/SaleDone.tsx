import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useToast } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DonePanel } from '../features/receipt/DonePanel';
import { methodsOf } from '../parts/methods';
import { PrintedTicket } from '../parts/PrintedTicket';
import { usePrintTicket } from '../parts/usePrintTicket';
import { pointsOfSaleQuery } from './queries';
import { useTill } from './till-context';
import type { Printed, Sale } from './wire';

const ChangeMethodSheet = lazy(async () => ({
  default: (await import('../features/receipt/ChangeMethodSheet')).ChangeMethodSheet,
}));
const CancelSheet = lazy(async () => ({ default: (await import('../parts/CancelSheet')).CancelSheet }));

interface SaleDoneProps {
  readonly sale: Sale;
  readonly doneAt: number;
  readonly onChanged: (sale: Sale | null) => void;
}

/** The finished sale with what may be done about it. A network printer prints without being asked. */
export function SaleDone({ sale, doneAt, onChanged }: SaleDoneProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const { me, register } = useTill();
  const [sheet, setSheet] = useState<'method' | 'cancel' | null>(null);
  const [paper, setPaper] = useState<{ ticket: Printed; sale: Sale } | null>(null);
  const [qr, setQr] = useState(sale.ticket?.qr ?? null);
  const { state, print } = usePrintTicket((ticket, printed) => setPaper({ ticket, sale: printed }));
  const earned = useQuery({ ...pointsOfSaleQuery(sale.id), enabled: sale.customer_id !== null });
  const asked = useRef(false);
  const printNow = async (): Promise<void> => {
    const printed = await print(sale, register);
    if (printed) setQr(printed.qr);
  };
  useEffect(() => {
    if (asked.current || !register?.printer_host) return;
    asked.current = true;
    void print(sale, register);
  }, [print, register, sale]);
  const printed = useCallback(() => setPaper(null), []);
  const shown = sale.ticket ? { ...sale, ticket: { ...sale.ticket, qr: sale.ticket.qr ?? qr } } : sale;
  return (
    <>
      <DonePanel
        sale={shown}
        doneAt={doneAt}
        points={earned.data?.points ?? null}
        print={state}
        onPrint={() => void printNow()}
        onChangeMethod={() => setSheet('method')}
        onCancel={() => setSheet('cancel')}
      />
      <Suspense>
        {sheet === 'method' && (
          <ChangeMethodSheet
            sale={sale}
            methods={methodsOf(register).filter((method) => method !== 'card' || !register?.primary_provider)}
            onClose={() => setSheet(null)}
            onChanged={(changed) => {
              setSheet(null);
              toast({ text: t('change.done'), outcome: 'ok' });
              onChanged(changed.ticket ? { ...changed, ticket: { ...changed.ticket, qr } } : changed);
            }}
          />
        )}
        {sheet === 'cancel' && (
          <CancelSheet
            sale={sale}
            onClose={() => setSheet(null)}
            onCancelled={() => {
              toast({ text: t('cancel.done'), outcome: 'ok' });
              onChanged(null);
            }}
          />
        )}
      </Suspense>
      {paper && (
        <PrintedTicket
          sale={paper.sale}
          ticket={paper.ticket}
          venue={me.venue.name}
          timeZone={me.venue.time_zone}
          onPrinted={printed}
        />
      )}
    </>
  );
}
