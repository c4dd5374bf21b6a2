import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of what replaces a part of the page. It takes the focus, which was in the part that is gone. */
export function FocusedHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <h2 ref={heading} tabIndex={-1} className="focused-heading">{children}</h2>;
}
