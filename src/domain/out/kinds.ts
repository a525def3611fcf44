import { type CalendarDate, isBefore, parseCalendarDate } from '#domain/dates/calendar-date.ts';

/** What can leave in a file, by the file that it is on. Personal supervision is on the other one alone. */
export const outKinds = {
  child: {
    caseDiscussion: 'Case discussions in supervision',
    groupDiscussion: 'Discussions in group supervision',
    managementDecision: 'Management decisions outside supervision',
    allocation: 'Allocation decisions',
    kit: 'Keeping in touch meetings',
    midwayCheck: 'Midway checks',
    gap: 'Gaps in supervision, in neutral words',
    childBroughtIn: 'Records of children brought in from before',
  },
  staff: {
    notes: 'Supervision notes',
    observation: 'Observations',
    monitoring: 'Monitoring forms',
    cancellation: 'Cancelled sessions and gaps',
    staffBroughtIn: 'Records of supervision brought in from before',
  },
} as const;

export type OutFile = keyof typeof outKinds;
export type OutKind = { [F in OutFile]: keyof (typeof outKinds)[F] }[OutFile];

/** A kind in words. */
export const kindLabel = (kind: OutKind): string =>
  ({ ...outKinds.child, ...outKinds.staff })[kind];

/** One finished record, by what it is chosen by. It holds no text. */
export interface FinishedLine {
  readonly id: string;
  readonly file: OutFile;
  readonly kind: OutKind;
  /** The day of what was recorded. */
  readonly day: string;
  /** Whose file: the child's reference as first known, or the member of staff's. */
  readonly ownerRef: string;
  /** Who worked with the child then, or whose supervision it is. */
  readonly workers: readonly string[];
}

export interface OutChoice {
  readonly file: OutFile;
  readonly kinds: readonly OutKind[];
  /** References of practitioners; empty is everybody. */
  readonly workers: readonly string[];
  /** Both days included; left out is from the beginning, until now. */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** OUT1: what a choice takes: of one file and never of both, each owner's together, oldest first. */
export function chosenLines(
  lines: readonly FinishedLine[],
  { file, kinds, workers, from, to }: OutChoice,
): readonly FinishedLine[] {
  return lines
    .filter((line) => line.file === file && kinds.includes(line.kind))
    .filter((line) => workers.length === 0 || line.workers.some((ref) => workers.includes(ref)))
    .filter(({ day }) => {
      const on = parseCalendarDate(day);
      if (!on) return from === undefined && to === undefined;
      return !(from && isBefore(on, from)) && !(to && isBefore(to, on));
    })
    .toSorted(
      (a, b) => compare(a.ownerRef, b.ownerRef) || compare(a.day, b.day) || compare(a.id, b.id),
    );
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Each owner once, with the lines that are theirs, in the order they come in. */
export function byOwner(
  lines: readonly FinishedLine[],
): readonly (readonly [ownerRef: string, lines: readonly FinishedLine[]])[] {
  const owners = new Map<string, FinishedLine[]>();
  for (const line of lines) {
    const own = owners.get(line.ownerRef);
    if (own) own.push(line);
    else owners.set(line.ownerRef, [line]);
  }
  return [...owners];
}
