import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';

interface PutAsideProps {
  readonly droppedAt: string;
  readonly onTakeUp: () => unknown;
}

/** Above a draft that was put aside as not needed: one press takes it up again. */
export function PutAside({ droppedAt, onTakeUp }: PutAsideProps) {
  if (droppedAt === '') return null;
  return (
    <InsetText>
      This was put aside as not needed. Its text is kept.{' '}
      <Button variant="link" onClick={() => void onTakeUp()}>
        It is needed after all
      </Button>
    </InsetText>
  );
}
