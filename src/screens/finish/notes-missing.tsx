import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { MissingLines, MissingSummary } from '#ui/missing-summary.tsx';

interface NotesMissingProps {
  readonly sessionId: string;
  readonly missing: readonly Missing[];
  readonly asked: number;
}

/** What the notes still need, each a way to its field: the fields are on another screen. */
export function NotesMissing({ sessionId, missing, asked }: NotesMissingProps) {
  const lines = missing.map(({ path, message }) => ({
    words: message,
    href: `/sessions/${sessionId}/notes`,
    fieldId: `personal-${path.replaceAll('.', '-')}`,
  }));
  return (
    <MissingSummary asked={asked} headingLevel={3}>
      {lines.length > 0 ? <MissingLines lines={lines} /> : undefined}
    </MissingSummary>
  );
}
