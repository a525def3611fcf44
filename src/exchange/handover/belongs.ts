import type { HandedCollection, Handover } from './handover-body.ts';
import type { Fields } from './parts.ts';
import type { People } from './people.ts';
import { isSaid } from './rows-for-supervisor.ts';

/**
 * HAND6: what a file may bring, whoever wrote it. A supervisor's brings what is about me or about
 * children of mine; a practitioner's what she herself may write, and nothing of the list. `body` is in
 * our references already.
 */
export function mayBring(
  kind: Handover['kind'],
  collection: HandedCollection,
  body: Fields,
  people: Pick<People, 'me' | 'from' | 'about'> & { readonly children: ReadonlySet<string> },
): boolean {
  const { me, from, children } = people;
  if (kind === 'coverBack') return isOfCover(collection, body, people);
  if (kind === 'handOver' || kind === 'cover') return isAbout(collection, body, people);
  const between = (supervisee: string, supervisor: string) =>
    body.superviseeRef === supervisee && body.supervisorRef === supervisor;
  if (kind === 'forSupervisor') {
    switch (collection) {
      case 'preparations':
        return between(from, me) && body.sharedAt !== '';
      case 'entitlements':
        return between(from, me) && body.sentAt !== '';
      case 'responses':
      case 'agreements':
        return between(from, me);
      case 'absences':
        return body.staffRef === from;
      case 'childActionEvents':
        return body.by === from && isSaid(body as never); // its outcome is one of the schema's
      default:
        return false;
    }
  }
  switch (collection) {
    case 'sessions':
      return body.superviseeRef === me; // also what was held before a change of supervisor, or by a cover
    case 'agreements':
    case 'preparations':
    case 'responses':
    case 'entitlements':
      return between(me, from);
    case 'staffSignatures':
      return body.superviseeRef === me && body.signerRef === from;
    case 'childSignatures':
      return body.signerRef === from;
    case 'notes':
    case 'observations':
    case 'staffAmendments':
    case 'staffActions':
    case 'staffActionEvents':
    case 'staffStubs':
      return body.superviseeRef === me;
    case 'absences':
      return body.staffRef === me;
    case 'childActions':
    case 'childActionEvents':
    case 'decisions':
    case 'childEntries':
    case 'decisionRevisits':
    case 'childStubs':
      return children.has(String(body.childRef));
    default:
      // A child's finished text joins what is here and changes nothing of it. No monitoring form: it is
      // about the supervision.
      return isFinishedText(collection);
  }
}

type AboutOthers = Pick<People, 'from' | 'about'> & { readonly children: ReadonlySet<string> };

/** HAND18: what is about one of those whose supervision is handed over or covered, and her children. */
function isAbout(
  collection: HandedCollection,
  body: Fields,
  { about, children }: AboutOthers,
): boolean {
  if (collection === 'absences') return about.has(String(body.staffRef));
  if (body.superviseeRef !== undefined) return about.has(String(body.superviseeRef));
  return isFinishedText(collection) || children.has(String(body.childRef));
}

/** HAND23: what a cover did themselves, and nothing that was here before. */
function isOfCover(collection: HandedCollection, body: Fields, people: AboutOthers): boolean {
  if (!isAbout(collection, body, people)) return false;
  switch (collection) {
    case 'sessions':
      return body.supervisorRef === people.from;
    case 'notes':
    case 'observations':
    case 'childActions':
    case 'decisions':
    case 'staffActions':
      return body.createdBy === people.from;
    case 'childActionEvents':
    case 'decisionRevisits':
    case 'staffActionEvents':
      return body.by === people.from;
    case 'staffSignatures':
    case 'childSignatures':
      return body.signerRef === people.from;
    case 'childRecords':
    case 'childAmendments':
    case 'childMarks':
    case 'childEntries':
      return true;
    case 'staffAmendments':
      return body.byRef === people.from;
    default:
      return false;
  }
}

/** Under the reference it was written with, which may not be ours: whose it is, is seen to where it joins. */
const isFinishedText = (collection: HandedCollection): boolean =>
  ['childRecords', 'childAmendments', 'childMarks', 'childEntries', 'childSignatures'].includes(
    collection,
  );

/** References that never change: a file that says otherwise of a record that is here is about another. */
const fixedKeys = ['superviseeRef', 'supervisorRef', 'staffRef', 'childRef', 'kind'];

export const isSameRecord = (held: Fields, body: Fields): boolean =>
  fixedKeys.every((key) => held[key] === body[key]);
