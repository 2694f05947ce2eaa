import { audit } from '../../features/audit/words.es';
import { board } from '../../features/board/words.es';
import { catalog } from '../../features/catalog/words.es';
import { customers } from '../../features/customers/words.es';
import { entries } from '../../features/entries/words.es';
import { inventory } from '../../features/inventory/words.es';
import { login } from '../../features/login/words.es';
import { nights } from '../../features/nights/words.es';
import { payments } from '../../features/payments/words.es';
import { points } from '../../features/points/words.es';
import { registers } from '../../features/registers/words.es';
import { sales } from '../../features/sales/words.es';
import { settings } from '../../features/settings/words.es';
import { team } from '../../features/team/words.es';
import { common } from './common.es';

/** Words of this app, Spanish: what all screens share, and each feature's own. English is checked against it by the compiler. */
export const es = {
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
} as const;
