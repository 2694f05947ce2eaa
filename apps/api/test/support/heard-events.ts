import { DomainEvent } from '@libs/kernel';
import { EventSubscribers } from '@libs/platform';
import { TestApp } from './test-app';

/** Listens to what the relay hands on, from now on; call `drainOutbox` before looking. */
export function hearEvents(app: TestApp): DomainEvent[] {
  const heard: DomainEvent[] = [];
  app.nest.get(EventSubscribers).add({
    name: 'test',
    handle: (events) => {
      heard.push(...events);
      return Promise.resolve();
    },
  });
  return heard;
}
