import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  to: string;
  variant?: 'primary' | 'quiet';
  /** For the page that is opened. */
  state?: object;
  children: ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ to, variant, state, children }: Props) {
  return <Link to={to} state={state} className={variant ? `button ${variant}` : 'button'}>{children}</Link>;
}
