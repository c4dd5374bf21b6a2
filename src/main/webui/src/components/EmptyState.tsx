import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** The next steps. */
  children?: ReactNode;
}

/** The content of an empty list. */
export function EmptyState({ title, children }: Props) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
