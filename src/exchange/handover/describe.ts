import { agreementFields } from '#domain/agreement/agreement-fields.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { fieldHeading, fieldLabel } from '#domain/caseload/field-words.ts';
import type { CollectionName } from '#domain/collections.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { partAFields } from '#domain/records/preparation.ts';

const recordWords: Partial<Record<CollectionName, string>> = {
  staff: 'Staff entry',
  allocations: 'Allocation',
  priorDiscussions: 'Last discussion before Footprint',
  profiles: 'Policy',
  absences: 'Absence',
  sessions: 'Session',
  agreements: 'Supervision agreement',
  notes: 'Supervision notes',
  staffSignatures: 'Signature',
  childSignatures: 'Signature',
  responses: 'Answer',
  entitlements: 'Entitlement route',
  preparations: 'Preparation',
  decisions: 'Decision',
  decisionRevisits: 'Decision revisited',
  childEntries: 'Record made outside a session',
  childActions: 'Action',
  childActionEvents: 'Action update',
  childAmendments: 'Correction',
  childMarks: 'Mark of recording',
  staffAmendments: 'Correction',
  observations: 'Observation',
  monitoring: 'Monitoring form',
  cancellations: 'Cancelled session or gap',
  handoverNotes: 'Handover note',
  staffMarks: 'Mark of the supervision file',
  childBroughtIn: 'Record brought in from before',
  staffBroughtIn: 'Record brought in from before',
  childStubs: 'What is left of a removed record',
  staffStubs: 'What is left of a removed record',
  staffActions: 'Action from supervision',
  staffActionEvents: 'Action from supervision',
};

/** What a record is called in a line of its own. Inside the app only: it may hold a name. */
export function recordLabel(collection: CollectionName, body: object): string {
  if (collection === 'children') return childLabel(body as Child); // by its collection
  if (collection !== 'childRecords') return recordWords[collection] ?? 'Record';
  const { child, discussedOn } = body as ChildRecord; // by its collection
  const on = parseCalendarDate(discussedOn);
  return `Record of ${child.name}${on ? ` of ${formatDate(on)}` : ''}`;
}

/** The label of the field at a path; where no table has it, its own name in words. */
export function fieldOfPath(collection: CollectionName, path: string): string {
  const key = path.split('.').at(-1) ?? path;
  const inAgreement = agreementFields.find((field) => field.key === key)?.label;
  if ((collection === 'agreements' || collection === 'responses') && inAgreement)
    return inAgreement;
  const inPartA = partAFields.find((field) => field.key === key)?.label;
  if (collection === 'preparations' && inPartA) return inPartA('child');
  return fieldLabel(key) === key ? inWords(key) : fieldHeading(key);
}

function inWords(key: string): string {
  const words = key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
