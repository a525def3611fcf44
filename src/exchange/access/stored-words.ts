import type { CollectionName } from '#domain/collections.ts';
import { noteAspects } from '#domain/notes/note-fields.ts';
import { moreFields } from '#domain/notes/note-more-fields.ts';
import { discussionFields } from '#domain/records/discussion-fields.ts';
import { fieldOfPath } from '#exchange/handover/describe.ts';

/** What a reader would not understand by the words of its own name. */
const own: Readonly<Record<string, string>> = {
  ref: 'Reference on this device',
  aliases: 'Earlier references',
  at: 'When',
  by: 'By',
  on: 'Day',
  me: 'Person of this device',
  alsoMe: 'Also known as',
  savedAt: 'Last saved',
  createdAt: 'Begun',
  createdBy: 'Begun by',
  asAt: 'As at',
  profileId: 'Policy, by its number',
  v: 'Number of times it was written',
  iv: 'Number',
  what: 'What',
  caseSystem: 'Case system',
  sittings: 'Sitting',
  accounts: 'Child in the session',
  account: 'How it was accounted for',
  childTyped: 'Child, as typed',
  threePs: 'In the words of performance, development and personal support',
  sweTags: 'Standards of Social Work England',
  cpdText: 'Continuing professional development',
  superviseeTerm: 'Word for the supervisee',
  subjectWord: 'Word for the child',
  trio: 'Three questions',
  pickSeed: 'How records were picked',
  before: 'What was there before',
};

const inWords = (key: string): string => {
  const words = key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** "Supervisee" of `superviseeRef`, "Session" of `sessionId`, "Shared" of `sharedAt`, "Seen on" of `seenOnDate`. */
const withoutEnding = (key: string): string =>
  key.replace(/(?<=.)(Refs|Ref|Ids|Id|At)$/, '').replace(/(?<=On)Date$/, ', as a date');

const ofDiscussion = new Map<string, string>(
  discussionFields.map(({ key, label }) => [key, label('child')]),
);
const choices = new Map<string, Readonly<Record<string, string>>>(
  discussionFields.flatMap((field) => ('words' in field ? [[field.key, field.words]] : [])),
);
const ofNotes = new Map<string, string>([
  ...noteAspects.map(({ key, label }) => [key, label] as const),
  ...moreFields.map(({ key, label }) => [key, label] as const),
]);

/** The label of a stored field: that of its form where it has one, and never the name of a key. */
export function storedLabel(collection: CollectionName, key: string): string {
  const ofForm =
    collection === 'discussions' || collection === 'groupDiscussions'
      ? ofDiscussion.get(key)
      : collection === 'notes'
        ? ofNotes.get(key)
        : undefined;
  const found = ofForm ?? own[key];
  if (found) return found;
  const known = fieldOfPath(collection, key);
  return known === inWords(key) ? inWords(withoutEnding(key)).replace(' , ', ', ') : known;
}

/** What was chosen, in the words of its form; "In depth" of `inDepth` where no form has any. */
export const choiceWords = (key: string, choice: string): string =>
  choices.get(key)?.[choice] ?? (choice === choice.toUpperCase() ? choice : inWords(choice));
