import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface RowLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  /** At the right end, before the arrow. */
  readonly value?: ReactNode;
}

/** A line that leads to a page. */
export function RowLink({ to, children, value }: RowLinkProps): ReactNode {
  return (
    <Link to={to} className="n-press guest-row-link">
      <span className="guest-row-link__word">{children}</span>
      {value !== undefined && <span className="guest-row-link__value">{value}</span>}
      <IconChevronRight size={22} stroke={1.8} aria-hidden />
    </Link>
  );
}
