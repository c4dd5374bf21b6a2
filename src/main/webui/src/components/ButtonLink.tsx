import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  to: string;
  variant?: 'primary' | 'quiet';
  children: ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ to, variant, children }: Props) {
  return <Link to={to} className={variant ? `button ${variant}` : 'button'}>{children}</Link>;
}
