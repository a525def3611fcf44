import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { countOf } from '#domain/count-words.ts';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import { HandoverNote } from '#domain/records/handover-note.ts';

/** What the note lists of itself (A1, 003:97): worked out and never typed. */
export type HandoverFacts = Pick<
  HandoverNote,
  | 'supervisee'
  | 'supervisor'
  | 'actions'
  | 'decisions'
  | 'agreement'
  | 'nextDate'
  | 'nextDue'
  | 'unfinished'
  | 'policy'
  | 'synthetic'
>;

export interface HandoverNoteQuestion {
  readonly note: HandoverNote;
  readonly facts: HandoverFacts;
  readonly at: string;
  readonly by: string;
}

/** HAND16: what is still to do before the note is finalised and the file is made. */
export function missingForHandover({ note, facts }: HandoverNoteQuestion): readonly Missing[] {
  const { toName, whatToKnow, withUnfinished } = note;
  return [
    ...(toName.trim() === ''
      ? [{ path: 'toName', message: 'Enter the name of the new supervisor' }]
      : []),
    ...(facts.unfinished.length > 0 && !withUnfinished
      ? [
          {
            path: 'withUnfinished',
            message: `Finish ${countOf(facts.unfinished.length, 'record')} first, or say that this is handed over without`,
          },
        ]
      : []),
    ...(hasLoneSurrogate(whatToKnow)
      ? [{ path: 'whatToKnow', message: loneSurrogateMessage }]
      : []),
  ];
}

export type FinalisedHandoverNote =
  | { readonly outcome: 'finalised'; readonly note: HandoverNote; readonly text: string }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** HAND16: the note with everything it lists, as canonical text. Pure: `at` is handed in. */
export function buildHandoverNote(question: HandoverNoteQuestion): FinalisedHandoverNote {
  const missing = missingForHandover(question);
  if (missing.length > 0) return { outcome: 'missing', missing };
  const { note, facts, at, by } = question;
  const final = HandoverNote.parse({ ...note, ...facts, finalisedAt: at, finalisedBy: by });
  const text = canonicalize(final);
  assert(text, `note ${note.id} has no canonical form`);
  return { outcome: 'finalised', note: final, text };
}

export interface NoteSection {
  readonly title: string;
  /** No line says that there is nothing of it. */
  readonly lines: readonly string[];
  readonly none: string;
}

/** The note as it is read, on either device: one list for the screen and for print. */
export function sectionsOfNote(note: HandoverFacts & Pick<HandoverNote, 'whatToKnow'>) {
  const sections: readonly NoteSection[] = [
    {
      title: 'What the new supervisor should know',
      lines: note.whatToKnow.trim() === '' ? [] : [note.whatToKnow],
      none: 'Nothing was written.',
    },
    {
      title: 'Outstanding actions',
      lines: note.actions.map(({ child, what, owner, byWhen, carried }) =>
        [
          `${child === '' ? 'From supervision' : child}: ${what}`,
          owner === '' ? 'no owner' : owner,
          byWhen === '' ? 'no date' : `by ${byWhen}`,
          ...(carried > 0 ? [`carried ${countOf(carried, 'time')}`] : []),
        ].join(', '),
      ),
      none: 'No open actions.',
    },
    {
      title: 'Decisions to revisit',
      lines: note.decisions.map(
        ({ child, on, text }) => `${[child, on].filter((part) => part !== '').join(', ')}: ${text}`,
      ),
      none: 'No decision waits.',
    },
    { title: 'Supervision agreement', lines: [note.agreement], none: '' },
    {
      title: 'Next supervision',
      lines: [note.nextDate, note.nextDue].filter((line) => line !== ''),
      none: 'No date held.',
    },
    {
      title: 'Not finished when this was made',
      lines: note.unfinished,
      none: 'Everything was finished.',
    },
  ];
  return sections;
}

/** Who it is from and when, as one line. */
export const noteLine = ({ supervisee, supervisor, toName, finalisedAt }: HandoverNote): string =>
  `Supervision of ${supervisee}, handed over by ${supervisor} to ${toName}, ${formatDateTime(toInstant(finalisedAt))}`;
