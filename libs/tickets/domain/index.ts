export * from './crockford';
export * from './refusal';
export * from './scanned-code';
export * from './ticket';
export * from './press';
