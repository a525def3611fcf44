import { useEffect } from 'react';
import { type CollectionName, isSent } from '#domain/collections.ts';
import { longRecordWords, recordSize } from '#domain/versions/record-size.ts';
import { useRecord } from '#storage/use-workspace.ts';
import { useAnnounce } from '#ui/status-region.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface LongRecordProps {
  readonly collection: CollectionName;
  readonly id: string;
}

/** SENT5: at the head of a form, once what was saved of it is very long. Asked after a save, never on a key. */
export function LongRecord({ collection, id }: LongRecordProps) {
  const text = useRecord(collection, id)?.text ?? '';
  const size = isSent(collection) ? recordSize(text) : ({ status: 'usual' } as const);
  if (size.status === 'usual') return null;
  return <Said key={size.status} words={longRecordWords(size, collection)} />;
}

/** Heard once, and not again with each save that makes it longer. */
function Said({ words }: { readonly words: string }) {
  const announce = useAnnounce();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it appears
  useEffect(() => announce(words), []);
  return <WarningText>{words}</WarningText>;
}
