import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface Props {
  isPending: boolean;
  isDisabled?: boolean;
  variant?: 'primary';
  children: ReactNode;
}

/**
 * The button that submits a form. While the request is running it keeps the focus and submits nothing.
 *
 * `isPending` of the library announces the button by its id, which outlives a form that closes after the request.
 */
export function SubmitButton({ isPending, isDisabled = false, variant, children }: Props) {
  return (
    <Button type={isPending ? 'button' : 'submit'} className={variant ? `button ${variant}` : 'button'} isDisabled={isDisabled}
      data-pending={isPending || undefined}>
      {children}
    </Button>
  );
}
