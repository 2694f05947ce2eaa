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
    methods: ['cash', 'card', 'transfer'],
    float: 60_000,
  },
  {
    name: 'Caja 2',
    place: 'Barra principal',
    type: 'bar',
    location: 'Barra principal',
    categories: [],
    methods: ['cash', 'card', 'transfer'],
    float: 60_000,
  },
  {
    name: 'Caja 3',
    place: 'Terraza',
    type: 'bar',
    location: 'Terraza',
    categories: ['Cervezas', 'Combinados', 'Cócteles', 'Sin alcohol', 'Promos'],
    methods: ['cash', 'card'],
    float: 50_000,
  },
  {
    name: 'Caja 4',
    place: 'Sector VIP',
    type: 'vip',
    location: 'Barra VIP',
    categories: [],
    methods: ['cash', 'card', 'transfer'],
    float: 80_000,
  },
  {
    name: 'Caja 5',
    place: 'Entrada',
    type: 'door',
    location: 'Bodega',
    categories: ['Ropero', 'Sin alcohol'],
    methods: ['cash', 'card'],
    float: 40_000,
  },
];

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

export const PRODUCTS: readonly DemoProduct[] = [
  {
    name: 'Piscola',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 5_500,
    recipe: [
      ['Pisco 35°', 60],
      ['Bebida cola', 220],
    ],
    weight: 22,
    favourite: 1,
  },
  {
    name: 'Lager de la casa',
    detail: 'shop 500 cc',
    category: 'Cervezas',
    price: 4_500,
    recipe: [['Lager barril', 500]],
    weight: 19,
    favourite: 2,
  },
  {
    name: 'Mojito',
    detail: 'clásico',
    category: 'Cócteles',
    price: 6_500,
    recipe: [
      ['Ron dorado', 50],
      ['Jugo de limón', 25],
      ['Azúcar flor', 15],
      ['Menta', 8],
      ['Bebida lima limón', 120],
    ],
    weight: 10,
    favourite: 3,
  },
  {
    name: 'Ron cola',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 5_500,
    recipe: [
      ['Ron dorado', 60],
      ['Bebida cola', 220],
    ],
    weight: 9,
    favourite: 4,
  },
  {
    name: 'Agua mineral',
    detail: '500 cc',
    category: 'Sin alcohol',
    price: 2_000,
    recipe: [['Agua mineral 500', 1]],
    weight: 9,
    favourite: 5,
  },
  {
    name: 'IPA',
    detail: 'shop 500 cc',
    category: 'Cervezas',
    price: 5_200,
    recipe: [['IPA barril', 500]],
    weight: 6,
    favourite: 6,
  },
  {
    name: 'Pisco sour',
    detail: 'catedral',
    category: 'Cócteles',
    price: 7_200,
    recipe: [
      ['Pisco 40°', 90],
      ['Jugo de limón', 40],
      ['Azúcar flor', 25],
      ['Clara pasteurizada', 15],
    ],
    weight: 6,
    favourite: 7,
  },
  {
    name: 'Gin tonic',
    detail: 'copa',
    category: 'Combinados',
    price: 6_900,
    recipe: [
      ['Gin', 50],
      ['Agua tónica', 200],
    ],
    weight: 12,
    favourite: 8,
  },
  {
    name: 'Tequila',
    detail: 'shot',
    category: 'Shots',
    price: 3_500,
    recipe: [['Tequila blanco', 45]],
    weight: 7,
    favourite: 9,
  },
  {
    name: 'Energética',
    detail: 'lata 250 cc',
    category: 'Sin alcohol',
    price: 3_200,
    recipe: [['Energética lata 250', 1]],
    weight: 5,
    favourite: 10,
  },
  {
    name: 'Balde de 5 cervezas',
    detail: 'lager 330 cc',
    category: 'Promos',
    price: 16_900,
    recipe: [['Lager lata 330', 5]],
    weight: 2,
    favourite: 11,
  },
  {
    name: '2 × Piscola',
    detail: 'para compartir',
    category: 'Promos',
    price: 8_990,
    recipe: [
      ['Pisco 35°', 120],
      ['Bebida cola', 440],
    ],
    weight: 4,
    favourite: 12,
  },
  {
    name: 'Terremoto',
    detail: 'jarra 1 L',
    category: 'Cócteles',
    price: 8_900,
    recipe: [
      ['Vino pipeño', 600],
      ['Helado de piña', 200],
      ['Granadina', 30],
    ],
    weight: 3,
    favourite: 13,
  },
  {
    name: 'Vodka naranja',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 5_500,
    recipe: [
      ['Vodka', 60],
      ['Jugo de naranja', 200],
    ],
    weight: 5,
    favourite: 14,
  },
  {
    name: 'Bebida',
    detail: 'lata 350 cc',
    category: 'Sin alcohol',
    price: 2_200,
    recipe: [['Bebida lata 350', 1]],
    weight: 5,
    favourite: 15,
  },
  {
    name: 'Ropero',
    detail: '1 prenda',
    category: 'Ropero',
    price: 2_000,
    recipe: [['Colgador', 1]],
    weight: 0,
    favourite: 16,
  },
  {
    name: 'Lager lata',
    detail: '330 cc',
    category: 'Cervezas',
    price: 3_500,
    recipe: [['Lager lata 330', 1]],
    weight: 7,
  },
  {
    name: 'Lager jarra',
    detail: '1 L',
    category: 'Cervezas',
    price: 7_900,
    recipe: [['Lager barril', 1_000]],
    weight: 2,
  },
  { name: 'IPA media', detail: '330 cc', category: 'Cervezas', price: 3_900, recipe: [['IPA barril', 330]], weight: 2 },
  {
    name: 'Sin alcohol',
    detail: 'lata 330 cc',
    category: 'Cervezas',
    price: 3_300,
    recipe: [['Cerveza sin alcohol 330', 1]],
    weight: 1,
  },
  {
    name: 'Michelada',
    detail: 'shop 500 cc',
    category: 'Cervezas',
    price: 5_200,
    recipe: [
      ['Lager barril', 450],
      ['Jugo de limón', 50],
    ],
    weight: 2,
  },
  {
    name: 'Piscola premium',
    detail: 'pisco 40°',
    category: 'Combinados',
    price: 6_800,
    recipe: [
      ['Pisco 40°', 60],
      ['Bebida cola', 220],
    ],
    weight: 4,
  },
  {
    name: 'Pisco ginger',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 5_800,
    recipe: [
      ['Pisco 35°', 60],
      ['Ginger ale', 220],
    ],
    weight: 3,
  },
  {
    name: 'Whisky ginger',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 7_500,
    recipe: [
      ['Whisky', 60],
      ['Ginger ale', 220],
    ],
    weight: 2,
  },
  {
    name: 'Vodka energética',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 7_200,
    recipe: [
      ['Vodka', 60],
      ['Energética lata 250', 1],
    ],
    weight: 4,
  },
  {
    name: 'Vodka tónica',
    detail: 'vaso 350 cc',
    category: 'Combinados',
    price: 5_800,
    recipe: [
      ['Vodka', 60],
      ['Agua tónica', 200],
    ],
    weight: 2,
  },
  {
    name: 'Spritz',
    detail: 'copa',
    category: 'Cócteles',
    price: 6_900,
    recipe: [
      ['Aperitivo naranja', 60],
      ['Espumante brut', 90],
      ['Agua tónica', 30],
    ],
    weight: 3,
  },
  {
    name: 'Margarita',
    detail: 'clásica',
    category: 'Cócteles',
    price: 6_900,
    recipe: [
      ['Tequila blanco', 50],
      ['Jugo de limón', 30],
      ['Azúcar flor', 10],
    ],
    weight: 2,
  },
  {
    name: 'Piña colada',
    detail: 'copa',
    category: 'Cócteles',
    price: 7_200,
    recipe: [
      ['Ron dorado', 50],
      ['Helado de piña', 120],
    ],
    weight: 1,
  },
  {
    name: 'Tequila sunrise',
    detail: 'vaso 350 cc',
    category: 'Cócteles',
    price: 6_500,
    recipe: [
      ['Tequila blanco', 50],
      ['Jugo de naranja', 180],
      ['Granadina', 15],
    ],
    weight: 1,
  },
  {
    name: 'Licor de hierbas',
    detail: 'shot',
    category: 'Shots',
    price: 3_900,
    recipe: [['Licor de hierbas', 45]],
    weight: 4,
  },
  { name: 'Vodka shot', detail: 'shot', category: 'Shots', price: 2_900, recipe: [['Vodka', 45]], weight: 1 },
  {
    name: 'Bomba',
    detail: 'licor y energética',
    category: 'Shots',
    price: 5_900,
    recipe: [
      ['Licor de hierbas', 45],
      ['Energética lata 250', 1],
    ],
    weight: 3,
  },
  { name: 'Whisky', detail: 'shot', category: 'Shots', price: 4_900, recipe: [['Whisky', 45]], weight: 1 },
  {
    name: 'Jugo de naranja',
    detail: 'vaso 350 cc',
    category: 'Sin alcohol',
    price: 2_500,
    recipe: [['Jugo de naranja', 300]],
    weight: 1,
  },
  {
    name: 'Tónica',
    detail: 'vaso 350 cc',
    category: 'Sin alcohol',
    price: 2_000,
    recipe: [['Agua tónica', 300]],
    weight: 1,
  },
  {
    name: 'Limonada menta',
    detail: 'vaso 350 cc',
    category: 'Sin alcohol',
    price: 3_200,
    recipe: [
      ['Jugo de limón', 60],
      ['Azúcar flor', 20],
      ['Menta', 5],
    ],
    weight: 1,
  },
  {
    name: 'Botella pisco',
    detail: 'con 4 bebidas',
    category: 'Promos',
    price: 39_900,
    recipe: [
      ['Botella pisco reservado', 1],
      ['Bebida lata 350', 4],
    ],
    weight: 1,
  },
  {
    name: '4 × Tequila',
    detail: 'ronda de shots',
    category: 'Promos',
    price: 11_900,
    recipe: [['Tequila blanco', 180]],
    weight: 1,
  },
  {
    name: 'Ropero grande',
    detail: 'mochila o casco',
    category: 'Ropero',
    price: 3_500,
    recipe: [['Colgador', 1]],
    weight: 0,
  },
];

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
