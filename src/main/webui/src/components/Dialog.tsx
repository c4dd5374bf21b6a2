import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** For tables. */
  isWide?: boolean;
  children: ReactNode;
}

/** A dialog over the page. Escape and a press outside close it; the focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, isWide = false, children }: Props) {
  return (
    <ModalOverlay className="backdrop" isDismissable isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
      <Modal className={isWide ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
