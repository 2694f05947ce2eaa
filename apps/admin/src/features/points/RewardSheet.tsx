import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reward } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { placesQuery, type RewardDraft, saveReward } from './api';
import { productsQuery } from '../../parts/products';

interface RewardSheetProps {
  /** None for a new one. */
  readonly reward: Reward | undefined;
  readonly onClose: () => void;
}

/** One reward: what it costs, what the bar hands over for it, and how often. */
export function RewardSheet({ reward, onClose }: RewardSheetProps): ReactNode {
  const { t } = useTranslation();
  const products = useQuery(productsQuery);
  const places = useQuery(placesQuery);
  const [name, setName] = useState(reward?.name ?? '');
  const [description, setDescription] = useState(reward?.description ?? '');
  const [cost, setCost] = useState<number | string>(reward?.cost ?? '');
  const [productId, setProductId] = useState(reward?.items[0]?.product_id ?? null);
  const [qty, setQty] = useState<number | string>(reward?.items[0]?.qty ?? 1);
  const [placeId, setPlaceId] = useState(reward?.location_id ?? null);
  const [limit, setLimit] = useState<number | string>(reward?.stock_limit ?? '');
  const [each, setEach] = useState<number | string>(reward?.per_person_limit ?? '');
  const [active, setActive] = useState(reward?.is_active ?? true);
  const [tried, setTried] = useState(false);
  const save = useAct((draft: RewardDraft) => saveReward(reward?.id, draft), {
    refresh: [['points', 'rewards']],
    onDone: onClose,
  });
  // Rewards of several products keep the others: this form changes the first.
  const others = (reward?.items ?? []).slice(1).map(({ product_id, qty: count }) => ({ product_id, qty: count }));
  const complete = name.trim() !== '' && Number(cost) > 0 && productId !== null && placeId !== null && Number(qty) > 0;
  const missing = (bad: boolean) => (tried && bad ? t('form.required') : undefined);
  const maybe = (value: number | string): number | null => (value === '' ? null : Number(value));
  return (
    <FormSheet
      title={reward ? t('points.reward') : t('points.new_reward')}
      busy={save.busy}
      failure={save.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!complete) return;
        void save.run({
          ...{ name: name.trim(), description: description.trim(), cost: Number(cost), is_active: active },
          items: [{ product_id: productId, qty: Number(qty) }, ...others],
          ...{ location_id: placeId, stock_limit: maybe(limit), per_person_limit: maybe(each) },
        });
      }}
    >
      <TextInput
        label={t('points.name')}
        required
        data-autofocus
        maxLength={80}
        value={name}
        error={missing(name.trim() === '')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('points.description')}
        autosize
        maxLength={300}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <WholeInput
        label={t('points.cost')}
        required
        value={cost}
        error={tried && !(Number(cost) > 0) ? t('form.positive') : undefined}
        onChange={setCost}
      />
      <div className="a-two">
        <Select
          label={t('points.product')}
          required
          searchable
          data={(products.data ?? []).map(({ id, name: word }) => ({ value: id, label: word }))}
          value={productId}
          error={missing(productId === null)}
          onChange={setProductId}
        />
        <WholeInput
          label={t('points.qty')}
          required
          value={qty}
          error={tried && !(Number(qty) > 0) ? t('form.positive') : undefined}
          onChange={setQty}
        />
      </div>
      {others.length > 0 && <p className="a-quiet">{t('points.others', { count: others.length })}</p>}
      <Select
        label={t('points.place')}
        required
        data={(places.data ?? []).map(({ id, name: word }) => ({ value: id, label: word }))}
        value={placeId}
        error={missing(placeId === null)}
        onChange={setPlaceId}
      />
      <div className="a-two">
        <WholeInput label={t('points.limit')} description={t('points.no_limit')} value={limit} onChange={setLimit} />
        <WholeInput label={t('points.each')} description={t('points.no_limit')} value={each} onChange={setEach} />
      </div>
      <Switch
        label={t('points.offered')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormSheet>
  );
}
