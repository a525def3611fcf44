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
  { me, from, children }: People & { readonly children: ReadonlySet<string> },
): boolean {
  const between = (supervisee: string, supervisor: string) =>
    body.superviseeRef === supervisee && body.supervisorRef === supervisor;
  if (kind === 'forSupervisor') {
    switch (collection) {
      case 'preparations':
        return between(from, me) && body.sharedAt !== '';
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
    case 'agreements':
    case 'preparations':
    case 'responses':
      return between(me, from);
    case 'staffSignatures':
      return body.superviseeRef === me && body.signerRef === from;
    case 'childSignatures':
      return body.signerRef === from;
    case 'notes':
    case 'staffActions':
    case 'staffActionEvents':
      return body.superviseeRef === me;
    case 'absences':
      return body.staffRef === me;
    case 'childActions':
    case 'childActionEvents':
    case 'decisions':
    case 'childEntries':
    case 'decisionRevisits':
      return children.has(String(body.childRef));
    default:
      return true; // finished text, which joins what is here and changes nothing of it
  }
}

/** References that never change: a file that says otherwise of a record that is here is about another. */
const fixedKeys = ['superviseeRef', 'supervisorRef', 'staffRef', 'childRef', 'kind'];

export const isSameRecord = (held: Fields, body: Fields): boolean =>
  fixedKeys.every((key) => held[key] === body[key]);
