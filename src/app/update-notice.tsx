import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { applyUpdate, onUpdateWaiting } from './service-worker.ts';

interface UpdateNoticeProps {
  /** Nothing is open, so there is nothing to save first. */
  readonly mayApply?: boolean;
  /** Saves everything, then resolves; the page reloads and asks for the passphrase again. */
  readonly beforeUpdate?: () => Promise<boolean>;
}

/** A quiet line, never a dialog. The app is replaced by a click and at no other time. */
export function UpdateNotice({ mayApply = false, beforeUpdate }: UpdateNoticeProps) {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => onUpdateWaiting(() => setWaiting(true)), []);
  if (!waiting) return null;

  async function update() {
    if (mayApply || (await beforeUpdate?.())) applyUpdate();
  }
  return (
    <InsetText>
      A new version of Footprint is ready.{' '}
      <Button variant="link" onClick={() => void update()}>
        Update now
      </Button>
    </InsetText>
  );
}
