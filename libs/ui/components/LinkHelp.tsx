import type { ReactNode } from 'react';
import { Sheet } from './Sheet';

interface LinkHelpProps {
  readonly title: string;
  /** What can be done, a sentence each. */
  readonly steps: readonly string[];
  readonly onClose: () => void;
}

/** "Qué puedo hacer": opened from the badge of the network. */
export function LinkHelp({ title, steps, onClose }: LinkHelpProps): ReactNode {
  return (
    <Sheet opened onClose={onClose} title={title}>
      <ul className="n-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </Sheet>
  );
}
