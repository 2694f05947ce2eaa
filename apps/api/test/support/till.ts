import { newId } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import { Fixtures, Person, Venue } from './fixtures';
import { Answer, HttpClient } from './http-client';
import { TestApp } from './test-app';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly ingredientId: string;
}

export interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface SaleBody {
  readonly id: string;
  readonly total_amount: number;
  readonly cash_rounding: number;
  readonly change_amount: number;
  readonly iva_amount: number;
  readonly tip_amount: number;
  readonly is_cancelled: boolean;
  readonly is_test: boolean;
  readonly no_revenue: boolean;
  readonly inventory_applied: boolean;
  readonly payments: readonly { readonly method: string; readonly amount: number }[];
  readonly ticket: {
    readonly id: string;
    readonly display_code: string;
    readonly qr: string | null;
    readonly status: string;
    readonly items: readonly { readonly id: string; readonly qty: number }[];
  };
}

export interface SessionBody {
  readonly id: string;
  readonly status: string;
  readonly float_amount: number;
  readonly z_number: number | null;
  readonly totals: Readonly<Record<string, unknown>> | null;
}

/** 50,000 pesos. */
export const FLOAT = { '10000': 4, '1000': 10 };

/**
 * A club with a night that is on, and what tills need. Things are written into the tables; what a test is about goes
 * over HTTP.
 */
export class Club {
  readonly make: Fixtures;
  venue!: Venue;
  nightId!: string;
  locationId!: string;
  categoryId!: string;
  supervisor!: Person;
  cashier!: HttpClient & { readonly sessionId: string; readonly person: Person };

  private constructor(readonly app: TestApp) {
    this.make = new Fixtures(app);
  }

  static async open(app: TestApp, settings: object = {}): Promise<Club> {
    const club = new Club(app);
    club.venue = await club.make.venue({ settings });
    club.nightId = (await club.make.night(club.venue)).id;
    club.locationId = (await club.make.location(club.venue)).id;
    club.supervisor = await club.make.employee(club.venue, ['supervisor']);
    club.cashier = await club.make.loggedIn(club.venue, ['cashier'], 'register');
    club.categoryId = await club.category();
    return club;
  }

  async category(name = `Tragos ${newId()}`): Promise<string> {
    const id = newId();
    await this.make.run(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, $3, 'cocktail', 'cocktail')`,
      [id, this.venue.id, name],
    );
    return id;
  }

  /** A product of one counted ingredient, of which `stock` are there. */
  async product(
    given: { price?: number; stock?: number; categoryId?: string; isActive?: boolean } = {},
  ): Promise<Product> {
    const id = newId();
    const ingredientId = newId();
    const name = `Lata ${id.slice(-6)}`;
    const price = given.price ?? 5_000;
    const stock = given.stock ?? 1_000;
    await this.make.run(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price, is_active) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, this.venue.id, given.categoryId ?? this.categoryId, name, price, given.isActive ?? true],
    );
    await this.make.run(
      `INSERT INTO inventory.ingredients (id, venue_id, name, base_unit, package_size, package_cost, is_strict)
       VALUES ($1, $2, $3, 'unit', 1, 800, true)`,
      [ingredientId, this.venue.id, name],
    );
    await this.make.run('INSERT INTO inventory.recipe_items (product_id, ingredient_id, quantity) VALUES ($1, $2, 1)', [
      id,
      ingredientId,
    ]);
    await this.make.run(
      'INSERT INTO inventory.stock_levels (location_id, ingredient_id, on_hand) VALUES ($1, $2, $3)',
      [this.locationId, ingredientId, stock],
    );
    return { id, name, price, ingredientId };
  }

  async onHand(product: Product): Promise<number> {
    const [row] = await this.make.run<{ on_hand: string }>(
      'SELECT on_hand FROM inventory.stock_levels WHERE location_id = $1 AND ingredient_id = $2',
      [this.locationId, product.ingredientId],
    );
    return Number(row?.on_hand);
  }

  async register(
    given: { suggestedFloat?: number; isTest?: boolean; methods?: string[]; categoryIds?: string[] } = {},
  ): Promise<string> {
    const id = newId();
    await this.make.run(
      `INSERT INTO sales.registers (id, venue_id, name, type, location_id, allowed_methods, allowed_category_ids, is_test,
         suggested_float) VALUES ($1, $2, $3, 'bar', $4, $5, $6, $7, $8)`,
      [
        ...[id, this.venue.id, `Caja ${id.slice(-6)}`, this.locationId],
        ...[given.methods ?? ['cash', 'card', 'transfer'], given.categoryIds ?? [], given.isTest ?? false],
        given.suggestedFloat ?? 0,
      ],
    );
    return id;
  }

  /** An open session on a register of its own, over HTTP. */
  async session(
    given: Parameters<Club['register']>[0] & { as?: HttpClient } = {},
  ): Promise<{ id: string; registerId: string }> {
    const registerId = await this.register(given);
    const opened = await this.openRegister(registerId, given.as);
    if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
    return { id: (opened.body as SessionBody).id, registerId };
  }

  openRegister(registerId: string, as: HttpClient = this.cashier, body: object = {}, key = newId()) {
    return as.post<SessionBody & Refusal>(
      `/registers/${registerId}/sessions`,
      { denominations: FLOAT, ...body },
      { key },
    );
  }

  sell(
    sessionId: string,
    product: Product,
    given: { qty?: number; as?: HttpClient; key?: string; body?: object } = {},
  ): Promise<Answer<SaleBody & Refusal>> {
    const qty = given.qty ?? 1;
    const body = {
      register_session_id: sessionId,
      lines: [{ product_id: product.id, qty }],
      payments: [{ method: 'cash', amount: product.price * qty }],
      ...given.body,
    };
    return (given.as ?? this.cashier).post('/sales', body, { key: given.key ?? newId() });
  }

  /** A supervisor's yes to what the person of this client wants to do, as POST /auth/step-up would give it. */
  async stepUp(
    permission: string,
    client: HttpClient & { readonly sessionId: string; readonly person: Person } = this.cashier,
  ): Promise<string> {
    const token = newSecret();
    await this.make.run(
      `INSERT INTO staff.step_ups (token_hash, venue_id, permission, requested_by, granted_by, session_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + interval '2 minutes')`,
      [sha256(token), this.venue.id, permission, client.person.id, this.supervisor.id, client.sessionId],
    );
    return token;
  }

  post<T = SessionBody & Refusal>(path: string, body: object = {}, as: HttpClient = this.cashier): Promise<Answer<T>> {
    return as.post<T>(path, body, { key: newId() });
  }

  /** Counts exactly this much. */
  count(sessionId: string, amount: number, as: HttpClient = this.cashier) {
    const denominations = { '1000': Math.floor(amount / 1_000), '10': (amount % 1_000) / 10 };
    return this.post<Record<string, unknown> & Refusal>(`/register-sessions/${sessionId}/count`, { denominations }, as);
  }
}
