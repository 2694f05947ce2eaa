import { ErrorState, LoadingState, signal, useToast, uuidv7, vibrate } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { availableQuery, catalogQuery } from '../../app/queries';
import type { Me, Product, Register, Session } from '../../app/wire';
import { leftHanded } from '../../parts/left-handed';
import { methodsOf } from '../../parts/methods';
import { addProduct, type CartLine, EMPTY_CART, reprice, setNote, setUnits } from '../../till/cart';
import { counterOf, guestOf, useStored } from '../../till/counter-store';
import { discard, hold, resume } from '../../till/held-carts';
import { CartPanel, type Way } from './CartPanel';
import { HeldSheet } from './HeldSheet';
import { LineSheet } from './LineSheet';
import { menuOf } from './menu';
import { ProductGrid } from './ProductGrid';
import './sell.css';

interface SellScreenProps {
  readonly me: Me;
  readonly session: Session;
  readonly register: Register | undefined;
  /** Why nothing can be charged now. */
  readonly blocked: string | null;
  /** Whom the sale is for. */
  readonly guest: ReactNode;
  readonly hasGuest: boolean;
  /** The sale just finished, in the place of the cart until the next product. */
  readonly done: ReactNode;
  readonly onAdded: () => void;
  readonly onCharge: (way: Way) => void;
}

/** Tiles on one side, the cart on the other. */
export function SellScreen(props: SellScreenProps): ReactNode {
  const { me, session, register, blocked, guest, hasGuest, done, onAdded, onCharge } = props;
  const { t } = useTranslation();
  const toast = useToast();
  const catalog = useQuery(catalogQuery);
  const available = useQuery({ ...availableQuery(session.register.id), refetchInterval: 30_000 });
  const store = counterOf(me.employee.id);
  const counter = useStored(store);
  const left = useStored(leftHanded);
  const [lineId, setLineId] = useState<string | null>(null);
  const [heldOpen, setHeldOpen] = useState(false);
  const menu = useMemo(
    () => catalog.data && register && menuOf(catalog.data, register.allowed_category_ids),
    [catalog.data, register],
  );
  const stock = useMemo(
    () => new Map((available.data?.items ?? []).map((item) => [item.product_id, item.left])),
    [available.data],
  );
  const { cart, held } = counter;
  const units = useMemo(() => {
    const byProduct = new Map<string, number>();
    for (const line of cart) byProduct.set(line.productId, (byProduct.get(line.productId) ?? 0) + line.qty);
    return byProduct;
  }, [cart]);

  const products = catalog.data?.products;
  useEffect(() => {
    if (products) store.change((now) => withPrices(now, products));
  }, [products, store]);
  const refetchCatalog = catalog.refetch;
  const changesAt = catalog.data?.next_change_at ?? null;
  useEffect(() => {
    if (changesAt === null) return;
    const wait = Math.min(Math.max(new Date(changesAt).getTime() - Date.now(), 0) + 500, LONGEST_TIMER_MS);
    const timer = setTimeout(() => void refetchCatalog(), wait);
    return () => clearTimeout(timer);
  }, [changesAt, refetchCatalog]);

  const add = useCallback(
    (product: Product): void => {
      vibrate('ok');
      store.change((now) => ({ ...now, cart: addProduct(now.cart, product, uuidv7()) }));
      onAdded();
    },
    [store, onAdded],
  );
  const editProduct = useCallback(
    (product: Product): void => {
      if (!store.get().cart.some((line) => line.productId === product.id)) add(product);
      setLineId(store.get().cart.findLast((line) => line.productId === product.id)?.id ?? null);
    },
    [store, add],
  );
  const edited = cart.find((line) => line.id === lineId);
  const cleared = useRef(false);
  const isEmpty = cart.length === 0;
  useEffect(() => {
    // The next sale has begun: the emptied one does not come back into it.
    if (!isEmpty && cleared.current) toast(null);
    if (!isEmpty) cleared.current = false;
  }, [isEmpty, toast]);
  const clear = (): void => {
    store.change((now) => ({ ...now, cart: EMPTY_CART }));
    cleared.current = true;
    toast({
      text: t('cart.cleared'),
      onUndo: () => store.change((now) => (now.cart.length === 0 ? { ...now, cart } : now)),
    });
  };

  return (
    <main className="pos-sell" data-left={left || undefined}>
      {menu ? (
        <ProductGrid
          menu={menu}
          left={stock}
          units={units}
          timeZone={me.venue.time_zone}
          onAdd={add}
          onHold={editProduct}
        />
      ) : (
        <section className="pos-grid" aria-label={t('sell.products')}>
          {catalog.isError ? (
            <ErrorState detail={t('sell.no_catalog')} onRetry={() => void catalog.refetch()} />
          ) : (
            <LoadingState />
          )}
        </section>
      )}
      <aside className="pos-cart" aria-label={t('cart.title')}>
        {done || (
          <CartPanel
            cart={cart}
            heldCount={held.length}
            guest={guest}
            methods={methodsOf(register).filter((method) => hasGuest || method !== 'wallet')}
            blocked={blocked}
            onUnits={(line: CartLine, qty) =>
              store.change((now) => ({ ...now, cart: setUnits(now.cart, line.id, qty) }))
            }
            onLine={(line) => setLineId(line.id)}
            onClear={clear}
            onHold={() => {
              store.change((now) => hold(now, uuidv7(), new Date().toISOString()));
              guestOf(me.employee.id).set(null);
              signal('ok');
              toast({ text: t('cart.is_held'), forMs: 2_500 });
            }}
            onHeld={() => setHeldOpen(true)}
            onCharge={onCharge}
          />
        )}
      </aside>
      {edited && (
        <LineSheet
          line={edited}
          onClose={() => setLineId(null)}
          onSave={(qty, note) => {
            store.change((now) => ({ ...now, cart: setUnits(setNote(now.cart, edited.id, note), edited.id, qty) }));
            setLineId(null);
          }}
        />
      )}
      {heldOpen && held.length > 0 && (
        <HeldSheet
          held={held}
          timeZone={me.venue.time_zone}
          onClose={() => setHeldOpen(false)}
          onResume={(id) => {
            if (cart.length > 0) guestOf(me.employee.id).set(null);
            store.change((now) => resume(now, id, uuidv7(), new Date().toISOString()));
            setHeldOpen(false);
            onAdded();
          }}
          onDiscard={(id) => {
            const before = store.get();
            store.change((now) => discard(now, id));
            toast({ text: t('held.discarded'), onUndo: () => store.set(before) });
          }}
        />
      )}
    </main>
  );
}

/** A browser's timer holds no more, ms. */
const LONGEST_TIMER_MS = 2_147_000_000;

function withPrices<T extends { readonly cart: Parameters<typeof reprice>[0] }>(
  counter: T,
  products: readonly Product[],
): T {
  const cart = reprice(counter.cart, products);
  return cart === counter.cart ? counter : { ...counter, cart };
}
