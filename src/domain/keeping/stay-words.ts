import type { KeptKind } from '#domain/records/keeping.ts';

/** Why a record past its period stays (KEEP4, KEEP8). */
export const stayReasons = [
  'notSent',
  'refused',
  'theirs',
  'openAction',
  'pending',
  'lastSession',
  'cover',
  'agreement',
  'rule',
] as const;
export type StayReason = (typeof stayReasons)[number];

/** Said after their number, where they are listed. */
export const stayWords: Readonly<Record<StayReason, string>> = {
  notSent: 'Its last change was not sent yet.',
  refused: 'It waits for you on the page Sync.',
  theirs: 'Another person wrote it: it is removed on their device, and leaves this one then.',
  openAction: 'An action that was agreed in it is still open.',
  pending: 'A formal session has not settled the decision in it yet.',
  lastSession: 'The next session begins with it.',
  cover: 'It says who covered, for records of children that do not tell of the gap yet.',
  agreement: 'The practitioner’s answer to the records of that session is still to come.',
  rule: 'A due date, a clock or a flag is worked out from it.',
};

/** Written by whoever is supervised, and of the rest of the supervision file by whoever supervises. */
const bySupervisee: readonly KeptKind[] = ['answer', 'extraRequest', 'preparation', 'entitlement'];
const bySupervisor: readonly KeptKind[] = [
  'staffNote',
  'agreement',
  'observation',
  'monitoring',
  'cancellation',
  'gap',
  'handoverNote',
  'staffBroughtIn',
];

/** KEEP8: an endpoint takes a removal from whoever may write such a record, and refuses it from anybody else. */
export const isTheirs = (kind: KeptKind, isAboutMe: boolean): boolean =>
  (isAboutMe ? bySupervisor : bySupervisee).includes(kind);

/** KEEP9: what no period is set for, and why. Said where the periods are. */
export const withoutPeriod: readonly string[] = [
  'Sessions and groups: who met on which day and which children were discussed is what every clock is counted from.',
  'Actions and decisions, and what became of them: they follow the child and not the session, and the next session begins with them.',
  'Days away that are on the list, marks, signatures and the list of what was done on this device: no words of a record are in them.',
];
