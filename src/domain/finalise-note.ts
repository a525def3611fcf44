import canonicalize from 'canonicalize';
import { assert } from './assert.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from './records/child-record.ts';
import type { StaffNote } from './records/staff-note.ts';

export type FinalisedNote =
  | { readonly outcome: 'finalised'; readonly note: StaffNote; readonly text: string }
  | { readonly outcome: 'missing'; readonly message: string };

/** FIN9: supervision notes are finalised on the supervision file, once, as they were typed. */
export function finalisedNote(note: StaffNote, at: string): FinalisedNote {
  if (note.text.trim() === '') {
    return {
      outcome: 'missing',
      message: 'Write the notes, or that nothing personal was discussed',
    };
  }
  if (hasLoneSurrogate(note.text)) return { outcome: 'missing', message: loneSurrogateMessage };
  const final = { ...note, finalisedAt: at };
  const text = canonicalize(final);
  assert(text, `note ${note.id} has no canonical form`);
  return { outcome: 'finalised', note: final, text };
}
