import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type CategoryHue, hueStyle } from './hues';
import { Money } from './Money';

interface ProductTileProps {
  readonly name: string;
  /** One line below the name: measure, glass, hours. */
  readonly detail?: string;
  /** Price valid now, whole pesos. */
  readonly pesos: number;
  /** The ordinary price, struck through, when `pesos` is a happy-hour price. */
  readonly wasPesos?: number;
  readonly hue: CategoryHue | number;
  /** Units in the sale; a badge shows from 1 on. */
  readonly count?: number;
  /** A short warning in amber: "quedan 6". */
  readonly left?: string;
  /** Dimmed, in its place, and not pressable. */
  readonly soldOut?: boolean;
  readonly onAdd: () => void;
  /** Long press: quantity and note. */
  readonly onHold?: () => void;
}

const HOLD_MS = 450;

/** One product on the sell screen; one press adds one. Put tiles into `.n-tiles`, which keeps four rows at any height. */
export function ProductTile(props: ProductTileProps): ReactNode {
  const { name, detail, pesos, wasPesos, hue, count = 0, left, soldOut = false, onAdd, onHold } = props;
  const { t } = useTranslation('ui');
  const press = useHold(onAdd, onHold);
  return (
    <button
      type="button"
      className="n-press n-tile"
      data-cat=""
      data-sold-out={soldOut || undefined}
      style={hueStyle(hue)}
      disabled={soldOut}
      {...press}
    >
      <span className="n-tile__name">{name}</span>
      {detail && <span className="n-tile__detail">{detail}</span>}
      <span className="n-tile__foot">
        <span className="n-tile__price">
          <Money pesos={pesos} size="price" struck={soldOut} />
          {wasPesos !== undefined && !soldOut && <Money pesos={wasPesos} struck />}
        </span>
        {soldOut && <span className="n-tile__sold-out">{t('tile.sold_out')}</span>}
        {left && !soldOut && count === 0 && <span className="n-tile__left">{left}</span>}
      </span>
      {count > 0 && (
        <span className="n-tile__count">
          {count}
          <span className="n-hidden"> {t('tile.in_cart')}</span>
        </span>
      )}
    </button>
  );
}

interface HoldHandlers {
  readonly onClick: () => void;
  readonly onPointerDown: () => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerCancel: () => void;
  readonly onContextMenu: (event: { preventDefault: () => void }) => void;
}

function useHold(onPress: () => void, onHold?: () => void): HoldHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const cancel = (): void => clearTimeout(timer.current);
  return {
    onClick: () => {
      if (!held.current) onPress();
      held.current = false;
    },
    onPointerDown: () => {
      held.current = false;
      if (!onHold) return;
      timer.current = setTimeout(() => {
        held.current = true;
        onHold();
      }, HOLD_MS);
    },
    onPointerUp: cancel,
    onPointerLeave: cancel,
    onPointerCancel: cancel,
    onContextMenu: (event) => event.preventDefault(),
  };
}
