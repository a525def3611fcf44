import { useEffect, useRef } from 'react';
import { Button, ButtonGroup } from '#ui/button.tsx';

interface RemovePasskeyProps {
  readonly number: number;
  readonly onRemove: () => void;
  readonly onKeep: () => void;
}

/** Asks once, in the page. The question takes the focus, or it would not be heard. */
export function RemovePasskey({ number, onRemove, onKeep }: RemovePasskeyProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="remove-passkey">
      <h2 className="govuk-heading-m" id="remove-passkey" tabIndex={-1} ref={heading}>
        Remove passkey {number}?
      </h2>
      <p className="govuk-body">
        It will no longer open these records. Your passphrase and your recovery key stay as they
        are.
      </p>
      <ButtonGroup>
        <Button variant="warning" onClick={onRemove}>
          Remove the passkey
        </Button>
        <Button variant="secondary" onClick={onKeep}>
          Keep it
        </Button>
      </ButtonGroup>
    </section>
  );
}
