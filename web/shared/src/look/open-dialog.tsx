import { Dialog } from "radix-ui";
import type { ReactNode } from "react";

interface DialogPaneProps {
  readonly title: ReactNode;
  /** Beside "dialog". */
  readonly className?: string;
  readonly children: ReactNode;
}

interface OpenDialogProps extends DialogPaneProps {
  readonly onClose: () => void;
}

/** What a dialog looks like, inside of a Dialog.Root: a title, a way out, and what it is about. */
export function DialogPane({ title, className, children }: DialogPaneProps): ReactNode {
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="overlay" />
      <Dialog.Content className={className ? `dialog ${className}` : "dialog"} aria-describedby={undefined}>
        <header>
          <Dialog.Title>{title}</Dialog.Title>
          <Dialog.Close className="small">Close</Dialog.Close>
        </header>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  );
}

/** A dialog that is there for as long as whoever opened it draws it. */
export function OpenDialog({ onClose, ...pane }: OpenDialogProps): ReactNode {
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <DialogPane {...pane} />
    </Dialog.Root>
  );
}
