import { ResultButton, ScanLine, ScanResult, TapGuard } from '@libs/ui';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Portion, Ticket } from '../../app/api';
import { allLeft, change, portionsOf, restOf, unitsOf } from '../../scan/portions';
import { listOf } from './words';

interface DeliverResultProps {
  readonly ticket: Ticket;
  readonly busy: boolean;
  readonly onDeliver: (items: Portion[]) => void;
  readonly onClose: () => void;
}

/** Green: what is left to hand over. Nothing is written down until "Entregado" is pressed. */
export function DeliverResult({ ticket, busy, onDeliver, onClose }: DeliverResultProps): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(() => allLeft(ticket));
  const [choosing, setChoosing] = useState(false);
  const [guard] = useState(() => new TapGuard());
  const left = restOf(ticket);
  const portions = portionsOf(ticket, chosen);
  const [qty, of] = [unitsOf(portions), unitsOf(left)];
  const before = ticket.items
    .filter((item) => item.delivered_qty > 0)
    .map((item) => ({ name: item.name, qty: item.delivered_qty }));
  const details = [
    choosing ? t('result.choose') : null,
    before.length > 0 ? t('result.partial', { items: listOf(before) }) : null,
    ticket.is_test ? t('result.test') : null,
  ].filter((line) => line !== null);
  return (
    <ScanResult
      outcome="ok"
      word={t('result.deliver')}
      corner={ticket.display_code}
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
                setChosen(allLeft(ticket));
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
      {ticket.items
        .filter((item) => item.left_qty > 0)
        .map((item) =>
          choosing ? (
            <Chooser
              key={item.id}
              name={item.name}
              chosen={chosen[item.id] ?? 0}
              left={item.left_qty}
              onChange={(by) => setChosen(change(ticket, chosen, item.id, by))}
            />
          ) : (
            <ScanLine key={item.id} quantity={item.left_qty} name={item.name} note={item.note ?? undefined} />
          ),
        )}
    </ScanResult>
  );
}

interface ChooserProps {
  readonly name: string;
  readonly chosen: number;
  readonly left: number;
  readonly onChange: (by: number) => void;
}

/** One product with how many of it are handed over now. */
function Chooser({ name, chosen, left, onChange }: ChooserProps): ReactNode {
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
        {name} <small>{t('result.of_left', { left })}</small>
      </span>
    </div>
  );
}
