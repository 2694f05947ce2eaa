import { ResultButton, ScanLine, ScanResult, TapGuard } from '@libs/ui';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Portion, Ticket } from '../../app/api';
import { allLeft, change, portionsOf, restOf, together, unitsOf } from '../../scan/portions';
import { listOf } from './words';

export interface TicketPortions {
  readonly ticket: Ticket;
  readonly items: Portion[];
}

interface DeliverResultProps {
  /** One, or all that a guest still gets tonight. */
  readonly tickets: readonly Ticket[];
  /** Top right: the ticket's code, or the guest's name. */
  readonly corner: string;
  readonly busy: boolean;
  /** What is handed over of each ticket; tickets of which nothing is are left out. */
  readonly onDeliver: (portions: readonly TicketPortions[]) => void;
  readonly onClose: () => void;
}

/** Green: what is left to hand over. Nothing is written down until "Entregado" is pressed. */
export function DeliverResult({ tickets, corner, busy, onDeliver, onClose }: DeliverResultProps): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(() => allLeft(tickets));
  const [choosing, setChoosing] = useState(false);
  const [guard] = useState(() => new TapGuard());
  const portions = tickets
    .map((ticket) => ({ ticket, items: portionsOf(ticket, chosen) }))
    .filter(({ items }) => items.length > 0);
  const qty = unitsOf(portions.flatMap(({ items }) => items));
  const of = unitsOf(tickets.flatMap(restOf));
  const before = tickets
    .flatMap(({ items }) => items)
    .filter((item) => item.delivered_qty > 0)
    .map((item) => ({ name: item.name, qty: item.delivered_qty }));
  const details = [
    choosing ? t('result.choose') : null,
    before.length > 0 ? t('result.partial', { items: listOf(before) }) : null,
    tickets.some((ticket) => ticket.is_test) ? t('result.test') : null,
  ].filter((line) => line !== null);
  return (
    <ScanResult
      outcome="ok"
      word={t('result.deliver')}
      corner={corner}
      detail={details.length > 0 ? details.map((line) => <p key={line}>{line}</p>) : undefined}
      actions={
        <>
          <ResultButton lesser disabled={busy} onPress={onClose}>
            {t('result.another')}
          </ResultButton>
          {of > 1 && (
            <ResultButton
              lesser
              disabled={busy}
              onPress={() => {
                setChosen(allLeft(tickets));
                setChoosing(!choosing);
              }}
            >
              {choosing ? t('result.all') : t('result.less')}
            </ResultButton>
          )}
          <ResultButton
            busy={busy}
            disabled={portions.length === 0}
            onPress={() => {
              if (guard.tap()) onDeliver(portions);
            }}
          >
            {qty < of ? t('result.done_some', { qty, of }) : t('result.done')}
          </ResultButton>
        </>
      }
    >
      {choosing
        ? tickets.flatMap((ticket) =>
            ticket.items
              .filter((item) => item.left_qty > 0)
              .map((item) => (
                <Chooser
                  key={item.id}
                  name={item.name}
                  of={tickets.length > 1 ? ticket.display_code : null}
                  chosen={chosen[item.id] ?? 0}
                  left={item.left_qty}
                  onChange={(by) => setChosen(change(ticket, chosen, item.id, by))}
                />
              )),
          )
        : together(tickets).map((item) => (
            <ScanLine key={item.id} quantity={item.qty} name={item.name} note={item.note ?? undefined} />
          ))}
    </ScanResult>
  );
}

interface ChooserProps {
  readonly name: string;
  /** The ticket it stands on, where there are several. */
  readonly of: string | null;
  readonly chosen: number;
  readonly left: number;
  readonly onChange: (by: number) => void;
}

/** One product with how many of it are handed over now. */
function Chooser({ name, of, chosen, left, onChange }: ChooserProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="bar-choose" role="group" aria-label={name}>
      <button
        type="button"
        className="n-press bar-choose__step"
        aria-label={t('result.one_less', { name })}
        disabled={chosen === 0}
        onClick={() => onChange(-1)}
      >
        <IconMinus size={40} stroke={2.4} aria-hidden />
      </button>
      <output className="bar-choose__qty">{chosen}</output>
      <button
        type="button"
        className="n-press bar-choose__step"
        aria-label={t('result.one_more', { name })}
        disabled={chosen === left}
        onClick={() => onChange(1)}
      >
        <IconPlus size={40} stroke={2.4} aria-hidden />
      </button>
      <span className="bar-choose__name" data-none={chosen === 0 || undefined}>
        {name}{' '}
        <small>
          {t('result.of_left', { left })}
          {of !== null && ` · ${of}`}
        </small>
      </span>
    </div>
  );
}
