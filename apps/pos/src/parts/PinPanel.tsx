import { pinRefusal } from '@libs/screen';
import { PinPanel as Panel } from '@libs/ui';
import type { ComponentProps, ReactNode } from 'react';

/** Six digits, with the till's understanding of what the server says to them. */
export function PinPanel(props: Omit<ComponentProps<typeof Panel>, 'refusalOf'>): ReactNode {
  return <Panel {...props} refusalOf={pinRefusal} />;
}
