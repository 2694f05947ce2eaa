import { Button } from '@mantine/core';
import { DataTable, type DataTableColumn } from 'mantine-datatable';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface GridProps<Row> {
  /** Says what the table lists, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: DataTableColumn<Row>[];
  /** The name of the field that tells rows apart. */
  readonly id?: string | ((row: Row) => string);
  readonly busy?: boolean;
  readonly empty?: string;
  /** Dimmed rows, such as inactive ones. */
  readonly dim?: (row: Row) => boolean;
  /** Loads the page after the last. */
  readonly more?: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
}

/** Screens from this width on show the columns that can be missed. */
export const ROOMY = '(min-width: 1100px)';
export const MIDDLE = '(min-width: 640px)';

/** A table of the admin: quiet lines, figures at the right, less important columns gone on narrow screens. */
export function Grid<Row>({
  label,
  rows,
  columns,
  id = 'id',
  busy = false,
  empty,
  dim,
  more,
}: GridProps<Row>): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="a-grid" aria-label={label}>
      <DataTable<Row>
        records={[...rows]}
        columns={columns}
        idAccessor={id}
        fetching={busy}
        minHeight={rows.length === 0 ? 160 : 0}
        noRecordsText={empty ?? t('act.none')}
        verticalSpacing="xs"
        horizontalSpacing="sm"
        highlightOnHover
        rowClassName={(row) => (dim?.(row) ? 'a-dim' : undefined)}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label, role: 'group' } }}
      />
      {more?.has && (
        <Button variant="light" loading={more.busy} onClick={more.load} className="a-more">
          {t('act.more')}
        </Button>
      )}
    </section>
  );
}
