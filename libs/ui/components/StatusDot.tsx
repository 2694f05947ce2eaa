import type { ReactNode } from 'react';

export type Tone = 'ok' | 'warn' | 'bad' | 'idle';

/** A dot and always a word beside it, because colour alone says nothing: `<StatusDot tone="ok">Vendiendo</StatusDot>` */
export function StatusDot({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <span className="n-status">
      <span className="n-dot" data-tone={tone} aria-hidden />
      {children}
    </span>
  );
}
