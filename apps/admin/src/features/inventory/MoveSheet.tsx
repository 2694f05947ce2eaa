import { Button, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ingredient, StockLocation } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { useFormat } from '../../parts/format';
import { useAct } from '../../parts/useAct';
import { ingredientsQuery, moveStock, type Movement, type StockAct, stockQuery } from './api';

interface MoveSheetProps {
  readonly act: StockAct;
  readonly locations: readonly StockLocation[];
  readonly preset: string | undefined;
  readonly onClose: () => void;
}

interface Line {
  readonly ingredient: string;
  readonly quantity: number | string;
}

/** A purchase, count, loss or transfer of several ingredients at once. */
export function MoveSheet({ act: kind, locations, preset, onClose }: MoveSheetProps): ReactNode {
  const { t } = useTranslation();
  const open = locations.filter(({ is_active }) => is_active);
  const [location, setLocation] = useState(preset ?? open[0]?.id ?? '');
  const [to, setTo] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const ingredients = useQuery(ingredientsQuery);
  const act = useAct((movement: Movement, key) => moveStock(kind, movement, key), {
    refresh: [['stock'], ['board']],
    says: t(`inventory.${kind}_done`),
    onDone: onClose,
  });
  const isLine = ({ quantity }: Line): boolean =>
    typeof quantity === 'number' && (kind === 'counts' ? quantity >= 0 : quantity > 0);
  const needsNote = kind === 'waste' && note.trim() === '';
  const needsTo = kind === 'transfers' && (to === null || to === location);
  const places = open.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormSheet
      title={t(`inventory.${kind}`)}
      size="wide"
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (lines.length === 0 || !lines.every(isLine) || needsNote || needsTo) return;
        const items = lines.map(({ ingredient, quantity }) => ({ ingredient, quantity: Number(quantity) }));
        void act.run({ location, to: to ?? '', items, note: note.trim() });
      }}
    >
      <p className="a-lead">{t(`inventory.${kind}_lead`)}</p>
      <div className="a-two">
        <Select
          label={t(kind === 'transfers' ? 'inventory.from' : 'inventory.location')}
          allowDeselect={false}
          data={places}
          value={location}
          onChange={(id) => setLocation(id ?? location)}
        />
        {kind === 'transfers' && (
          <Select
            label={t('inventory.to')}
            required
            data={places.filter(({ value }) => value !== location)}
            value={to === location ? null : to}
            error={tried && needsTo ? t('inventory.same_place') : undefined}
            onChange={setTo}
          />
        )}
      </div>
      <Lines
        kind={kind}
        location={location}
        lines={lines}
        ingredients={ingredients.data ?? []}
        tried={tried}
        isLine={isLine}
        onChange={setLines}
      />
      <Textarea
        label={t(kind === 'waste' ? 'inventory.waste_note' : 'inventory.note')}
        required={kind === 'waste'}
        autosize
        maxLength={200}
        value={note}
        error={tried && needsNote ? t('form.required') : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormSheet>
  );
}

interface LinesProps {
  readonly kind: StockAct;
  readonly location: string;
  readonly lines: readonly Line[];
  readonly ingredients: readonly Ingredient[];
  readonly tried: boolean;
  readonly isLine: (line: Line) => boolean;
  readonly onChange: (lines: readonly Line[]) => void;
}

function Lines({ kind, location, lines, ingredients, tried, isLine, onChange }: LinesProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const stock = useQuery(stockQuery(location));
  const free = ingredients.filter(({ id, is_active }) => is_active && !lines.some((line) => line.ingredient === id));
  return (
    <fieldset className="i-lines">
      <legend>{t('inventory.lines')}</legend>
      {lines.map((line) => {
        const known = ingredients.find(({ id }) => id === line.ingredient);
        if (!known) return null;
        const unit = t(`word.unit.${known.base_unit}`);
        const has = stock.data?.find(({ ingredient_id }) => ingredient_id === known.id)?.on_hand ?? 0;
        const packages = Math.round(((Number(line.quantity) || 0) / known.package_size) * 10) / 10;
        return (
          <div key={line.ingredient} className="i-line">
            <span className="a-strong">
              {known.name}{' '}
              <span className="a-quiet a-small">
                {t('inventory.is_now', { amount: `${format.count(has)} ${unit}` })}
              </span>
            </span>
            <WholeInput
              label={t(kind === 'counts' ? 'inventory.counted' : 'inventory.quantity')}
              aria-label={t('inventory.quantity_of', { name: known.name, unit })}
              description={known.package_size > 1 ? t('inventory.package_quantity', { count: packages }) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              suffix={` ${unit}`}
              value={line.quantity}
              error={tried && !isLine(line) ? t(kind === 'counts' ? 'form.whole' : 'form.positive') : undefined}
              onChange={(quantity) =>
                onChange(lines.map((other) => (other.ingredient === line.ingredient ? { ...other, quantity } : other)))
              }
            />
            <Button
              variant="subtle"
              aria-label={t('inventory.remove', { name: known.name })}
              onClick={() => onChange(lines.filter(({ ingredient }) => ingredient !== line.ingredient))}
            >
              <IconTrash size={21} stroke={1.7} aria-hidden />
            </Button>
          </div>
        );
      })}
      <Select
        label={t('inventory.add')}
        searchable
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        error={tried && lines.length === 0 ? t('inventory.needs_lines') : undefined}
        onChange={(id) => {
          if (id) onChange([...lines, { ingredient: id, quantity: '' }]);
        }}
      />
    </fieldset>
  );
}
