import { Money } from '@libs/ui';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryOnSale } from '../../app/wire';

/** From here on it is said how many are left. */
const FEW = 20;

interface EntryRowProps {
  readonly type: EntryOnSale;
  readonly qty: number;
  readonly onChange: (qty: number) => void;
}

/** A kind of entry: what it costs, what is left, and how many of it. */
export function EntryRow({ type, qty, onChange }: EntryRowProps): ReactNode {
  const { t } = useTranslation();
  const most = Math.min(type.left, type.per_person);
  const step = { size: 22, stroke: 2, 'aria-hidden': true } as const;
  return (
    <li className="guest-entry" data-out={type.is_sold_out || undefined}>
      <div className="guest-entry__text">
        <h3 className="guest-entry__name">{type.name}</h3>
        {type.description !== '' && <p className="guest-small">{type.description}</p>}
        <p className="guest-entry__price">
          {type.price === 0 ? t('event.free') : <Money pesos={type.price} size="price" />}
          <span className="guest-small">{roomWords()}</span>
        </p>
      </div>
      {!type.is_sold_out && (
        <div className="guest-steps" role="group" aria-label={t('buy.how_many', { name: type.name })}>
          <button
            type="button"
            className="n-press n-step"
            aria-label={t('buy.less', { name: type.name })}
            disabled={qty === 0}
            onClick={() => onChange(qty - 1)}
          >
            <IconMinus {...step} />
          </button>
          <span className="guest-steps__count" aria-live="polite">
            {qty}
          </span>
          <button
            type="button"
            className="n-press n-step"
            aria-label={t('buy.more', { name: type.name })}
            disabled={qty >= most}
            onClick={() => onChange(qty + 1)}
          >
            <IconPlus {...step} />
          </button>
        </div>
      )}
    </li>
  );

  function roomWords(): string {
    if (type.is_sold_out) return t('event.sold_out');
    if (qty > 0 && qty >= most) return t('buy.most', { count: most });
    return type.left <= FEW ? t('buy.left', { count: type.left }) : '';
  }
}
