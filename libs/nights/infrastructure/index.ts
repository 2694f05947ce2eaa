export * from './nights.module';
