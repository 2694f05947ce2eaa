export * from './agent.queries';
export * from './payment-clock';
export * from './payment.queries';
export * from './payments.module';
