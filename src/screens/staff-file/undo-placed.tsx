import { markPlaced, type ToPlace } from '#storage/staff-file/staff-file.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { whatOf } from './staff-text-words.ts';

interface UndoPlacedProps {
  readonly text: ToPlace;
  readonly onDone: () => void;
}

/** It is not there after all. Both stay in the history. */
export function UndoPlaced({ text, onDone }: UndoPlacedProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  async function undo() {
    await markPlaced(workspace, text, { state: 'withdrawn', on: '', reference: '' });
    announce(`${text.name}: to place on file again`);
    onDone();
  }
  return (
    <Button variant="link" onClick={() => void undo()}>
      Undo
      <span className="govuk-visually-hidden">
        : {text.name}, {whatOf(text)}
      </span>
    </Button>
  );
}
