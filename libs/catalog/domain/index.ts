export * from './category';
export * from './menu.repository';
export * from './price';
export * from './price-book';
export * from './price-window';
export * from './product';
export * from './wall-clock';
export * from './window-plan';
