/** The demo club: invented names, valid RUTs. Amounts in pesos, quantities in ml, g or units. */
export const VENUE = { name: 'Sala Norte', ticketPrefix: 'SNV', timeZone: 'America/Santiago' } as const;

export const LOCATIONS = ['Barra principal', 'Terraza', 'Barra VIP', 'Bodega'] as const;
export type Location = (typeof LOCATIONS)[number];

export const BARS: readonly { name: string; location: Location }[] = [
  { name: 'Barra principal', location: 'Barra principal' },
  { name: 'Terraza', location: 'Terraza' },
  { name: 'Barra VIP', location: 'Barra VIP' },
];

export interface DemoRegister {
  name: string;
  place: string;
  type: 'bar' | 'door' | 'vip' | 'wardrobe';
  location: Location;
  /** Empty: all. */
  categories: readonly string[];
  methods: readonly string[];
  float: number;
}

export const REGISTERS: readonly DemoRegister[] = [
  {
    name: 'Caja 1',
    place: 'Barra principal',
    type: 'bar',
    location: 'Barra principal',
    categories: [],
    methods: ['cash', 'card', 'transfer', 'wallet'],
    float: 60_000,
  },
  {
    name: 'Caja 2',
    place: 'Barra principal',
    type: 'bar',
    location: 'Barra principal',
    categories: [],
    methods: ['cash', 'card', 'transfer', 'wallet'],
    float: 60_000,
  },
  {
    name: 'Caja 3',
    place: 'Terraza',
    type: 'bar',
    location: 'Terraza',
    categories: ['Cervezas', 'Combinados', 'Cócteles', 'Sin alcohol', 'Promos'],
    methods: ['cash', 'card', 'wallet'],
    float: 50_000,
  },
  {
    name: 'Caja 4',
    place: 'Sector VIP',
    type: 'vip',
    location: 'Barra VIP',
    categories: [],
    methods: ['cash', 'card', 'transfer', 'wallet'],
    float: 80_000,
  },
  {
    name: 'Caja 5',
    place: 'Entrada',
    type: 'door',
    location: 'Bodega',
    categories: ['Ropero', 'Sin alcohol'],
    methods: ['cash', 'card', 'wallet'],
    float: 40_000,
  },
];

/** Who takes cards from tonight on. */
export const CARD_PROVIDERS = [
  { name: 'Caja 1', primary: 'getnet_terminal', backup: 'klap' },
  { name: 'Caja 2', primary: 'klap', backup: 'manual' },
  { name: 'Caja 3', primary: 'getnet_web', backup: 'manual' },
] as const;

export const CATEGORIES: readonly { name: string; icon: string; hue: string }[] = [
  { name: 'Cervezas', icon: 'beer', hue: 'beer' },
  { name: 'Combinados', icon: 'bottle', hue: 'mixed' },
  { name: 'Cócteles', icon: 'cocktail', hue: 'cocktail' },
  { name: 'Shots', icon: 'bolt', hue: 'shot' },
  { name: 'Sin alcohol', icon: 'soft', hue: 'soft' },
  { name: 'Promos', icon: 'gift', hue: 'promo' },
  { name: 'Ropero', icon: 'hanger', hue: 'extra' },
];

export interface DemoIngredient {
  name: string;
  unit: 'ml' | 'g' | 'unit';
  /** Content of a package in units, and its cost in pesos. */
  package: number;
  cost: number;
  /** Packages a serving location starts with. */
  opening: number;
  strict?: boolean;
}

export const INGREDIENTS: readonly DemoIngredient[] = [
  { name: 'Pisco 35°', unit: 'ml', package: 750, cost: 5_490, opening: 48 },
  { name: 'Pisco 40°', unit: 'ml', package: 750, cost: 7_990, opening: 24 },
  { name: 'Ron dorado', unit: 'ml', package: 750, cost: 6_990, opening: 24 },
  { name: 'Vodka', unit: 'ml', package: 750, cost: 6_490, opening: 24 },
  { name: 'Gin', unit: 'ml', package: 750, cost: 9_990, opening: 18 },
  { name: 'Tequila blanco', unit: 'ml', package: 750, cost: 11_990, opening: 12 },
  { name: 'Whisky', unit: 'ml', package: 750, cost: 13_990, opening: 12 },
  { name: 'Licor de hierbas', unit: 'ml', package: 700, cost: 12_490, opening: 10 },
  { name: 'Aperitivo naranja', unit: 'ml', package: 750, cost: 8_990, opening: 10 },
  { name: 'Espumante brut', unit: 'ml', package: 750, cost: 4_990, opening: 24 },
  { name: 'Vino pipeño', unit: 'ml', package: 5_000, cost: 8_990, opening: 8 },
  { name: 'Granadina', unit: 'ml', package: 750, cost: 2_490, opening: 6 },
  { name: 'Helado de piña', unit: 'g', package: 5_000, cost: 11_990, opening: 4 },
  { name: 'Lager barril', unit: 'ml', package: 30_000, cost: 48_000, opening: 6 },
  { name: 'IPA barril', unit: 'ml', package: 30_000, cost: 62_000, opening: 4 },
  { name: 'Lager lata 330', unit: 'unit', package: 24, cost: 13_900, opening: 20, strict: true },
  { name: 'Cerveza sin alcohol 330', unit: 'unit', package: 24, cost: 15_900, opening: 4, strict: true },
  { name: 'Bebida cola', unit: 'ml', package: 2_000, cost: 1_790, opening: 60 },
  { name: 'Bebida lima limón', unit: 'ml', package: 2_000, cost: 1_690, opening: 40 },
  { name: 'Ginger ale', unit: 'ml', package: 1_500, cost: 1_590, opening: 40 },
  { name: 'Agua tónica', unit: 'ml', package: 1_500, cost: 1_690, opening: 40 },
  { name: 'Jugo de naranja', unit: 'ml', package: 1_500, cost: 1_990, opening: 24 },
  { name: 'Jugo de limón', unit: 'ml', package: 1_000, cost: 3_490, opening: 20 },
  { name: 'Azúcar flor', unit: 'g', package: 1_000, cost: 1_490, opening: 8 },
  { name: 'Menta', unit: 'g', package: 100, cost: 990, opening: 20 },
  { name: 'Clara pasteurizada', unit: 'ml', package: 1_000, cost: 3_990, opening: 4 },
  { name: 'Energética lata 250', unit: 'unit', package: 24, cost: 21_900, opening: 10, strict: true },
  { name: 'Bebida lata 350', unit: 'unit', package: 24, cost: 11_900, opening: 14, strict: true },
  { name: 'Agua mineral 500', unit: 'unit', package: 24, cost: 7_900, opening: 20, strict: true },
  { name: 'Botella pisco reservado', unit: 'unit', package: 6, cost: 59_900, opening: 2, strict: true },
  { name: 'Colgador', unit: 'unit', package: 100, cost: 12_000, opening: 3, strict: true },
];

export interface DemoProduct {
  name: string;
  detail: string;
  category: string;
  price: number;
  /** Ingredient and quantity of one portion. */
  recipe: readonly (readonly [string, number])[];
  /** How often it is asked for, against the others. */
  weight: number;
  favourite?: number;
}

/** Happy hour: every evening until half past midnight. */
export const PRICE_WINDOW = {
  name: 'Happy hour',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromMinute: 20 * 60,
  toMinute: 30,
  prices: [
    ['Piscola', 4_500],
    ['Lager de la casa', 3_500],
    ['Ron cola', 4_500],
    ['Mojito', 5_500],
    ['Tequila', 2_900],
  ] as readonly (readonly [string, number])[],
};

export interface DemoPerson {
  name: string;
  roles: readonly string[];
  /** Six digits, shown to whoever starts the demo; none for bartenders. */
  pin?: string;
  /** Body of an invented RUT; the check digit is computed. */
  rutBody: number;
}

export const PEOPLE: readonly DemoPerson[] = [
  { name: 'Camila Rojas', roles: ['cashier'], pin: '482913', rutBody: 17_345_218 },
  { name: 'Rocío Fuentes', roles: ['cashier'], pin: '730516', rutBody: 18_902_774 },
  { name: 'Matías Soto', roles: ['cashier'], pin: '294871', rutBody: 19_118_305 },
  { name: 'Valentina Díaz', roles: ['cashier', 'door'], pin: '615284', rutBody: 16_540_912 },
  { name: 'Fernanda Muñoz', roles: ['bartender'], rutBody: 18_221_640 },
  { name: 'Joaquín Pérez', roles: ['bartender'], rutBody: 17_983_051 },
  { name: 'Antonia Vera', roles: ['bartender'], rutBody: 19_774_126 },
  { name: 'Benjamín Lagos', roles: ['bartender'], rutBody: 20_115_398 },
  { name: 'Tomás Araya', roles: ['wardrobe'], pin: '907342', rutBody: 15_668_237 },
  { name: 'Diego Carrasco', roles: ['door'], pin: '358209', rutBody: 16_092_485 },
  { name: 'Ignacio Bravo', roles: ['supervisor'], pin: '816047', rutBody: 14_530_971 },
  { name: 'Paula Sandoval', roles: ['admin'], pin: '571963', rutBody: 13_276_804 },
];

/** The admin account of the demo. */
export const ADMIN = { name: 'Paula Sandoval', username: 'paula', password: 'noche-de-prueba' } as const;
