import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What to do next. */
  children?: ReactNode;
}

/** What stands in an empty list. */
export function EmptyState({ title, children }: Props) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
