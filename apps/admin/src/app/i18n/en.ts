import type { Translation } from '@libs/ui';
import { audit } from '../../features/audit/words.en';
import { board } from '../../features/board/words.en';
import { catalog } from '../../features/catalog/words.en';
import { customers } from '../../features/customers/words.en';
import { entries } from '../../features/entries/words.en';
import { inventory } from '../../features/inventory/words.en';
import { login } from '../../features/login/words.en';
import { nights } from '../../features/nights/words.en';
import { payments } from '../../features/payments/words.en';
import { points } from '../../features/points/words.en';
import { registers } from '../../features/registers/words.en';
import { sales } from '../../features/sales/words.en';
import { settings } from '../../features/settings/words.en';
import { team } from '../../features/team/words.en';
import type { es } from './es';
import { common } from './common.en';

/** Words of this app, English. */
export const en = {
  ...common,
  audit,
  board,
  catalog,
  customers,
  entries,
  inventory,
  login,
  nights,
  payments,
  points,
  registers,
  sales,
  settings,
  team,
} satisfies Translation<typeof es>;
