import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Escape, too. Leave it out when the question must be answered. */
  readonly onClose?: () => void;
  /** Nothing of the page behind is seen. */
  readonly fullPage?: boolean;
  readonly children: ReactNode;
}

/** The browser's own modal: it keeps focus inside and gives it back, and the page behind is inert. */
export function Dialog({ open, title, onClose, fullPage = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  // Before the page is taken away: a dialog that is gone gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    // Not the first button: who goes on typing would press it with the next space.
    heading.current?.focus();
    return () => element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className={fullPage ? 'fp-dialog fp-dialog--full' : 'fp-dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Closing is the caller's to decide, so that `open` and the page never disagree.
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={titleId} className="govuk-heading-m" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {open && children}
    </dialog>
  );
}
