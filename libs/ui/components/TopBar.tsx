import type { ReactNode } from 'react';

interface TopBarProps {
  /** The venue's name; "Noche" until the station knows its venue. */
  readonly venue?: string;
  /** "Caja 2, barra principal". */
  readonly place?: string;
  /** Badge, clock, person: right end. */
  readonly children?: ReactNode;
}

/** The first line of every till screen, 72 px. */
export function TopBar({ venue = 'Noche', place, children }: TopBarProps): ReactNode {
  return (
    <header className="n-topbar">
      <Wordmark>{venue}</Wordmark>
      {place && <span className="n-topbar__place">{place}</span>}
      <div className="n-topbar__end">{children}</div>
    </header>
  );
}

/** A name in the wide cut of Archivo: the venue, or the product. */
export function Wordmark({ children = 'Noche' }: { readonly children?: ReactNode }): ReactNode {
  return <span className="n-wordmark">{children}</span>;
}
