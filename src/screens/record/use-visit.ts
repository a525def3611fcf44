import { type RefObject, useCallback, useRef, useState } from 'react';

export interface Visit {
  /** Recorded since the page was opened: they keep their places, each with its Undo. */
  readonly recorded: ReadonlySet<string>;
  readonly noteRecorded: (id: string) => void;
  /** Where the focus goes when the last one is done. */
  readonly progress: RefObject<HTMLParagraphElement | null>;
}

export function useVisit(): Visit {
  const [recorded, setRecorded] = useState<ReadonlySet<string>>(new Set());
  const progress = useRef<HTMLParagraphElement>(null);
  const noteRecorded = useCallback(
    (id: string) => setRecorded((before) => new Set([...before, id])),
    [],
  );
  return { recorded, noteRecorded, progress };
}
