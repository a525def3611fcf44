/** What is placed on the council's supervision file once it is finished (PLACE3), as it is called there. */
export const staffTextKinds = {
  notes: 'Supervision notes',
  agreement: 'Supervision agreement, signed by both',
  observation: 'Observation',
  monitoring: 'Monitoring form',
  cancellation: 'Cancelled session',
  gap: 'Gap in supervision',
  handoverNote: 'Handover note',
} as const;
export type StaffTextKind = keyof typeof staffTextKinds;

/** What goes to the practitioner in the file that is made for them; of the rest a copy is printed. */
export const goesInTheirFile = (kind: StaffTextKind): boolean =>
  kind === 'notes' || kind === 'agreement' || kind === 'observation';

/** PLACE3: whoever wrote a record places it; one of my own supervision is my supervisor's (001:93). */
export const isMineToPlace = (
  mine: readonly string[],
  writer: string,
  superviseeRef: string,
): boolean => mine.includes(writer) && !mine.includes(superviseeRef);

/** By what a line of the queue stands in its place. */
export interface Placeable {
  readonly id: string;
  /** The day it was finished, or signed by both. */
  readonly finishedOn: string;
}

/** PLACE4: the one that waits longest first; no deadline runs. By id where the day is one. */
export const compareToPlace = (a: Placeable, b: Placeable): number =>
  compare(a.finishedOn, b.finishedOn) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
