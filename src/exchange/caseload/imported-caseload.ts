import type { ChildStatus } from '#domain/status/general-status.ts';
import type { WrittenAs } from './decode.ts';
import type { FieldProblem } from './pasted-rows.ts';

/** What a caseload file says, as plain data: it crosses from the worker to the page. Nothing is stored yet. */
export interface ImportedCaseload {
  readonly source: 'csv' | 'ssd';
  /** ISO date. `asAtFrom` says how we know: what a person gave, the newest event in the file, or guesses. */
  readonly asAt: string;
  readonly asAtFrom: 'given' | 'newest' | 'fileDate' | 'today';
  readonly files: readonly FileRead[];
  readonly staff: readonly ImportedStaff[];
  readonly teams: readonly ImportedTeam[];
  readonly children: readonly ImportedChild[];
  readonly faults: readonly Fault[];
  /** People of the file with nothing open who are not on this list: counted, and not brought across. */
  readonly notOpen: number;
}

export interface FileRead {
  readonly file: string;
  /** The table of the dataset; '' for a file of any other shape. */
  readonly table: string;
  readonly rows: number;
  readonly encoding: WrittenAs;
}

export interface ImportedStaff {
  readonly ref: string;
  readonly name: string;
  readonly role: string;
  readonly teamRef: string;
}

export interface ImportedTeam {
  readonly ref: string;
  readonly name: string;
}

export const factDates = [
  'lastSeenOn',
  'lastSeenAloneOn',
  /** Care experienced young people are in touch rather than seen. */
  'inTouchOn',
  'lastReviewOn',
  'nextReviewOn',
  'planOn',
  'assessmentOn',
  'permanenceDecisionOn',
  'riskRaisedOn',
  'lastSupervisedOn',
  'lastInDepthOn',
] as const;
export type FactDate = (typeof factDates)[number];

/** ISO dates, '' where the file holds none: "No date held". */
export type ImportedFacts = Readonly<Record<FactDate, string>> & {
  readonly permanencePlanRecorded: boolean;
};

export interface ImportedAllocation {
  readonly staffRef: string;
  readonly teamRef: string;
  /** ISO dates; `to` is '' while it is open. */
  readonly from: string;
  readonly to: string;
  /** Date, or a moment in UTC where the file has a time: the 24 hours run from it. */
  readonly allocatedAt: string;
}

export interface ImportedChild {
  /** The council's own reference, never empty. */
  readonly ref: string;
  readonly name: string;
  readonly dateOfBirth: string;
  /** Expected date of birth, while unborn. */
  readonly expectedOn: string;
  readonly diedOn: string;
  /** '' while anything is open. Only children already on the list come in closed. */
  readonly closedOn: string;
  /** The name is hidden in lists, search and print. */
  readonly restricted: boolean;
  readonly familyRef: string;
  /** All that apply; which one counts is the policy's (`statusForProfile`). */
  readonly statuses: readonly ChildStatus[];
  readonly legalStatus: string;
  readonly facts: ImportedFacts;
  /** Open ones. Two workers at once are both here until a person names the lead. */
  readonly allocations: readonly ImportedAllocation[];
  readonly checks: readonly FieldProblem[];
  readonly lines: readonly FileLine[];
}

export interface FileLine {
  readonly file: string;
  readonly line: number;
}

/** Something in a file that is not as it should be. `line` 0 is the file as a whole. */
export interface Fault extends FileLine {
  /** The heading as it stands in the file; '' for a row or a file as a whole. */
  readonly field: string;
  /** Hidden characters made visible, so that it can be shown as it is. */
  readonly value: string;
  readonly problem: string;
  readonly wouldBeRight: string;
  /** True: everybody came in. False: this row did not, and stays listed with its own `text`. */
  readonly kept: boolean;
  readonly text: string;
  /** Whose it is, so that faults of children who are not brought in can go with them. */
  readonly childRef: string;
  readonly staffRef: string;
}

export const emptyFacts: ImportedFacts = {
  ...(Object.fromEntries(factDates.map((key) => [key, ''])) as Record<FactDate, string>), // every key set
  permanencePlanRecorded: false,
};
