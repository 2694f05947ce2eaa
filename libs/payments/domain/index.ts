export * from './online-provider';
