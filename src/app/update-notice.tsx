import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { applyUpdate, onReplaced, onUpdateWaiting } from './service-worker.ts';

interface UpdateNoticeProps {
  /** Saves what is open. False where it could not be saved: then nothing is replaced. */
  readonly beforeUpdate?: () => Promise<boolean>;
  /** The new version has taken over, by a click here or in another tab; this page is of the old one. */
  readonly leave: () => void;
}

/** A quiet line, never a dialog. The app is replaced by a click and at no other time. */
export function UpdateNotice({ beforeUpdate, leave }: UpdateNoticeProps) {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => onUpdateWaiting(() => setWaiting(true)), []);
  useEffect(() => onReplaced(leave), [leave]);
  if (!waiting) return null;

  async function update() {
    if (!beforeUpdate || (await beforeUpdate())) applyUpdate();
  }
  return (
    <section aria-label="New version">
      <InsetText>
        A new version of Footprint is ready.{' '}
        <Button variant="link" onClick={() => void update()}>
          Update now
        </Button>
      </InsetText>
    </section>
  );
}
