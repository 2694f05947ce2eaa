import { formatCLP, Tabs, useToast } from '@libs/ui';
import { NumberInput, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { changePrices } from './api';
import { bulkPrice, type BulkRule } from './prices';

interface BulkSheetProps {
  readonly products: readonly Product[];
  readonly onClose: () => void;
}

/** Changes many prices at once, every one shown before it happens. */
export function BulkSheet({ products, onClose }: BulkSheetProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [by, setBy] = useState<BulkRule['by']>('percent');
  const [change, setChange] = useState<number | string>('');
  const [round, setRound] = useState('100');
  const rule = { by, change: typeof change === 'number' ? change : 0, round: Number(round) };
  const changed = products
    .map((product) => ({ product, price: rule.change === 0 ? product.price : bulkPrice(product.price, rule) }))
    .filter(({ product, price }) => price !== product.price);
  const act = useAct(() => changePrices(changed.map(({ product, price }) => ({ id: product.id, price }))), {
    refresh: [['catalog']],
    says: null,
    onDone: ({ changed: count }) => {
      toast({ text: t('catalog.bulk_done', { count }), outcome: 'ok' });
      onClose();
    },
  });
  return (
    <FormSheet
      title={t('catalog.bulk')}
      submit={t('catalog.bulk_submit', { count: changed.length })}
      size="wide"
      disabled={changed.length === 0}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0) void act.run(undefined);
      }}
    >
      <p className="a-lead">{t('catalog.bulk_lead', { count: products.length })}</p>
      <Tabs
        look="small"
        label={t('catalog.bulk_by')}
        chosen={by}
        onChoose={setBy}
        tabs={[
          { key: 'percent', label: t('catalog.bulk_percent') },
          { key: 'amount', label: t('catalog.bulk_amount') },
        ]}
      />
      <div className="a-two">
        <NumberInput
          label={t('catalog.bulk_change')}
          description={t('catalog.bulk_change_hint')}
          data-autofocus
          hideControls
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          suffix={by === 'percent' ? ' %' : undefined}
          prefix={by === 'amount' ? '$' : undefined}
          min={by === 'percent' ? -90 : -1_000_000}
          max={by === 'percent' ? 300 : 1_000_000}
          value={change}
          onChange={setChange}
        />
        <Select
          label={t('catalog.bulk_round')}
          description={' '}
          allowDeselect={false}
          data={[
            { value: '1', label: t('catalog.bulk_round_none') },
            ...['10', '50', '100', '500', '1000'].map((value) => ({ value, label: formatCLP(Number(value)) })),
          ]}
          value={round}
          onChange={(value) => setRound(value ?? '100')}
        />
      </div>
      {changed.length > 0 && (
        <table className="a-lines">
          <thead>
            <tr>
              <th scope="col">{t('catalog.product')}</th>
              <th scope="col" data-figure>
                {t('catalog.now')}
              </th>
              <th scope="col" data-figure>
                {t('catalog.then')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ product, price }) => (
              <tr key={product.id}>
                <td>{product.name}</td>
                <td data-figure className="a-quiet">
                  {formatCLP(product.price)}
                </td>
                <td data-figure>
                  <strong>{formatCLP(price)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FormSheet>
  );
}
