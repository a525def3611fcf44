import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { useAnnounce } from './status-region.tsx';
import { TextField } from './text-field.tsx';

interface PlaceCellProps {
  readonly name: string;
  readonly rowId: string;
  readonly position: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

/** A number to type, and one place up or down (2.5.7): what has the focus keeps it as its row moves. */
export function PlaceCell({ name, rowId, position, count, onMove }: PlaceCellProps) {
  const announce = useAnnounce();
  const [typed, setTyped] = useState<string>();
  const cell = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is looked for again where it went
  useEffect(() => {
    if (hasMoved.current) cell.current?.scrollIntoView?.({ block: 'nearest' });
    hasMoved.current = false;
  }, [position]);

  function move(to: number) {
    hasMoved.current = true;
    onMove(to);
  }

  /** By Enter and on leaving the field, not with every key: on the way to 12 it is 1. */
  function place() {
    if (typed === undefined) return;
    setTyped(undefined);
    const to = Number(typed);
    if (typed.trim() === '' || !Number.isInteger(to)) announce(`Type a number from 1 to ${count}`);
    else if (to !== position) move(to);
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) place();
  };
  return (
    <div className="fp-place" ref={cell}>
      <TextField
        name={`place.${rowId}`}
        label={`Position of ${name}`}
        labelHidden
        width="5"
        inputMode="numeric"
        value={typed ?? String(position)}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={place}
        onKeyDown={onKeyDown}
      />
      {/* Never disabled: the first and the last would lose the focus on their way there. */}
      <Button variant="link" aria-label={`Move ${name} up`} onClick={() => move(position - 1)}>
        <span aria-hidden="true">↑ </span>Up
      </Button>{' '}
      <Button variant="link" aria-label={`Move ${name} down`} onClick={() => move(position + 1)}>
        <span aria-hidden="true">↓ </span>Down
      </Button>
    </div>
  );
}
