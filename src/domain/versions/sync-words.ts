import { countOf } from '#domain/count-words.ts';
import { formatTime, toInstant } from '#domain/dates/calendar-date.ts';

/** Why nothing can be sent or fetched just now. */
export const syncTroubles = [
  'offline',
  'signedOut',
  'wrongPerson',
  'appTooOld',
  'later',
  'askBeforeRemoving',
] as const;
export type SyncTrouble = (typeof syncTroubles)[number];

/** What is said of sending is counted from stored rows and nothing else (design promise 5). */
export interface SentState {
  readonly waiting: number;
  readonly clashes: number;
  readonly refused: number;
  /** Finished records that a text of another device is not in, and nobody has read it yet (SENT11). */
  readonly beside: number;
  /** When the last of it was sent, as an instant; '' before the first time. */
  readonly sentAt: string;
  readonly trouble: SyncTrouble | '';
}

const because: Record<SyncTrouble, string> = {
  offline: 'because there is no connection',
  signedOut: 'because you are not signed in',
  wrongPerson: 'because somebody else is signed in',
  appTooOld: 'because this version of Footprint is too old',
  later: 'because the endpoint does not answer',
  askBeforeRemoving: 'because you are asked something first',
};

/** SENT1, in this order: what needs a person, what cannot go and why, what is to be read, what waits, what was sent. */
export function sentWords(state: SentState): string {
  const { waiting, clashes, refused, beside, sentAt, trouble } = state;
  const needs = clashes + refused;
  if (needs > 0)
    return `${countOf(needs, 'change')} not sent: ${needs === 1 ? 'it needs' : 'they need'} you`;
  if (waiting > 0 && trouble !== '') {
    return `Could not send ${countOf(waiting, 'change')}, ${because[trouble]}`;
  }
  if (beside > 0) return `${countOf(beside, 'finished record')} without a text from another device`;
  if (waiting > 0) return `${countOf(waiting, 'change')} waiting to send`;
  return sentAt === '' ? '' : `All changes sent ${formatTime(toInstant(sentAt))}`;
}

/** What can be done about it, in sentences; '' where nothing needs to be. */
export const troubleWords: Record<SyncTrouble, string> = {
  offline:
    'There is no connection to the endpoint. Everything is saved on this device and is sent when there is one.',
  signedOut:
    'You are not signed in to the endpoint, or the token has expired. Everything is saved on this device. Sign in to send it.',
  wrongPerson:
    'Somebody else is signed in. Nothing was sent. Sign in as the person these records are of.',
  appTooOld:
    'The endpoint needs a newer version of Footprint. Go on recording: everything is saved on this device, and is sent once Footprint is updated.',
  later:
    'The endpoint does not answer. Everything is saved on this device, and it is tried again by itself.',
  askBeforeRemoving:
    'The endpoint says that many records were removed. None has been removed here.',
};

/**
 * Why one record was refused, and what to do, by the code of the contract. SENT7: `isLocal` where it is about
 * or by somebody under a reference that this device made.
 */
export function refusedWords(code: string, isLocal = false): string {
  if (code === 'not_yours' && isLocal) return unknownReference;
  return (
    refusals[code] ??
    'The endpoint did not take it. It is safe on this device. Tell whoever runs the endpoint.'
  );
}

const unknownReference =
  'The council’s directory does not know somebody in this record by the reference that this device gave them. The text is safe on this device. Give the reference below to whoever runs the endpoint, with the council’s own: they add it to the directory as an alias of the same person. Then try again.';

const refusals: Readonly<Record<string, string>> = {
  locked:
    'This record was finished on another device before this text arrived. The finished record stays as it is. Copy what belongs in it into a correction. The text stays to be read on the page Sync.',
  deleted:
    'This record was removed on another device, and was changed on this one. Keep it, and it is sent again; or let it go.',
  too_large:
    'This record is too long to send: up to 768 KB can be sent. It is safe on this device. Shorten it, or move part of it to another record; it is sent by itself then.',
  not_yours:
    'The endpoint’s directory does not say that this record is yours to write. It is safe on this device. Ask whoever looks after the directory.',
  newer_schema: 'The endpoint holds a newer form of this record. Update Footprint, then try again.',
  fixed_reference:
    'The child or the member of staff that this record is about is not the one it began with. It is safe on this device.',
};
