import { createContext, use } from 'react';
import type { Me } from './wire';

export const WorkerContext = createContext<Me | null>(null);

/** The person at this till. Only below `Work`. */
export function useWorker(): Me {
  const me = use(WorkerContext);
  if (!me) throw new Error('useWorker needs a WorkerContext above it');
  return me;
}
