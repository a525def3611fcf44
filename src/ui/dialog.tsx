import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Escape, too. Leave it out when the question must be answered. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal: it keeps focus inside and gives it back, and the page behind is inert. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    return () => element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className="fp-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Closing is the caller's to decide, so that `open` and the page never disagree.
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={titleId} className="govuk-heading-m">
        {title}
      </h2>
      {open && children}
    </dialog>
  );
}
