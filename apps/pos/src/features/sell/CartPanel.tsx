import { BigButton, Money } from '@libs/ui';
import {
  IconClockPause,
  IconGift,
  IconMinus,
  IconPlus,
  IconShoppingBag,
  IconTrash,
  IconArrowsSplit2,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MethodIcon } from '../../parts/methods';
import { type Cart, type CartLine, cartTotal, unitsIn } from '../../till/cart';
import type { Method } from '../../till/split';
import { useHold } from './useHold';

export type Way = Method | 'split' | 'courtesy';

interface CartPanelProps {
  readonly cart: Cart;
  readonly heldCount: number;
  readonly guest: ReactNode;
  readonly methods: readonly Method[];
  /** Why nothing can be charged now, in one sentence. */
  readonly blocked: string | null;
  readonly onUnits: (line: CartLine, qty: number) => void;
  readonly onLine: (line: CartLine) => void;
  readonly onClear: () => void;
  readonly onHold: () => void;
  readonly onHeld: () => void;
  readonly onCharge: (way: Way) => void;
}

/** What was asked for, what it comes to, and the ways to pay. */
export function CartPanel(props: CartPanelProps): ReactNode {
  const { cart, heldCount, methods, blocked, onClear, onHold, onHeld, onCharge } = props;
  const { t } = useTranslation();
  const empty = cart.length === 0;
  const closed = empty || blocked !== null;
  return (
    <>
      <header className="pos-cart__head">
        <h1 className="pos-cart__title">
          {t('cart.title')}
          {!empty && <span className="pos-cart__units">{t('cart.units', { count: unitsIn(cart) })}</span>}
        </h1>
        {heldCount > 0 && (
          <BigButton look="quiet" icon={<IconClockPause size={20} stroke={1.7} />} onPress={onHeld}>
            {t('cart.held', { count: heldCount })}
          </BigButton>
        )}
        {!empty && (
          <BigButton look="quiet" icon={<IconTrash size={20} stroke={1.7} />} onPress={onClear}>
            {t('cart.clear')}
          </BigButton>
        )}
      </header>
      {props.guest}
      <Lines {...props} />
      <div className="pos-cart__foot">
        {blocked && !empty && (
          <p className="pos-cart__blocked" role="status">
            {blocked}
          </p>
        )}
        <div className="pos-cart__total">
          <span>{t('cart.total')}</span>
          <Money pesos={cartTotal(cart)} size="total" />
        </div>
        <div className="pos-cart__methods" data-count={methods.length}>
          {methods.map((method, index) => (
            <BigButton
              key={method}
              stacked
              size="method"
              look={index === 0 ? 'primary' : 'plain'}
              icon={<MethodIcon method={method} size={28} />}
              disabled={closed}
              onPress={() => onCharge(method)}
            >
              {t(`method.${method}`)}
            </BigButton>
          ))}
        </div>
        <div className="pos-cart__more">
          <BigButton
            look="quiet"
            icon={<IconArrowsSplit2 size={20} stroke={1.7} />}
            disabled={closed}
            onPress={() => onCharge('split')}
          >
            {t('cart.split')}
          </BigButton>
          <BigButton
            look="quiet"
            icon={<IconGift size={20} stroke={1.7} />}
            disabled={closed}
            onPress={() => onCharge('courtesy')}
          >
            {t('cart.courtesy')}
          </BigButton>
          <BigButton look="quiet" disabled={empty} onPress={onHold}>
            {t('cart.hold')}
          </BigButton>
        </div>
      </div>
    </>
  );
}

function Lines({ cart, onUnits, onLine }: CartPanelProps): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [cart.length]);
  if (cart.length === 0) {
    return (
      <div className="pos-cart__empty">
        <IconShoppingBag size={40} stroke={1.3} aria-hidden />
        <p>{t('cart.empty')}</p>
      </div>
    );
  }
  return (
    <ul ref={list} className="pos-cart__lines" aria-label={t('cart.lines')}>
      {cart.map((line) => (
        <Line key={line.id} line={line} onUnits={onUnits} onLine={onLine} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly line: CartLine;
  readonly onUnits: (line: CartLine, qty: number) => void;
  readonly onLine: (line: CartLine) => void;
}

function Line({ line, onUnits, onLine }: LineProps): ReactNode {
  const { t } = useTranslation();
  const press = useHold(() => onLine(line));
  return (
    <li className="pos-line">
      <button type="button" className="n-press pos-line__words" {...press}>
        <span className="pos-line__name">{line.name}</span>
        <span className="pos-line__sum">
          <Money pesos={line.unitPrice * line.qty} />
          {line.note && <span className="pos-line__note">{line.note}</span>}
        </span>
        <span className="n-hidden">{t('cart.edit')}</span>
      </button>
      <button
        type="button"
        className="n-press n-step"
        aria-label={t('cart.less', { name: line.name })}
        onClick={() => onUnits(line, line.qty - 1)}
      >
        <IconMinus size={24} stroke={1.8} aria-hidden />
      </button>
      <output className="pos-line__qty" aria-label={t('cart.qty', { name: line.name })}>
        {line.qty}
      </output>
      <button
        type="button"
        className="n-press n-step"
        aria-label={t('cart.more', { name: line.name })}
        onClick={() => onUnits(line, line.qty + 1)}
      >
        <IconPlus size={24} stroke={1.8} aria-hidden />
      </button>
    </li>
  );
}
