import { faults } from './network.ts';

/** What people, networks and councils did. */
const acts = [
  ...(['create', 'type', 'fullDisk', 'finalise', 'remove', 'settle', 'importExtract'] as const),
  ...(['sign', 'signBoth', 'removeFinished'] as const),
  ...(['otherTab', 'closeTab', 'syncTabs', 'syncBoth', 'meet', 'supervisor', 'clock'] as const),
  ...(['otherToken', 'update', 'copy', 'restore', 'restartEndpoint', 'kill', 'saveAt'] as const),
] as const;

/**
 * How it ended. `unread`: an older app met a record that it does not know. A signature may stand under another
 * text than it is of, where two devices finished one note, and under none that its device has.
 */
const ends = [
  ...(['cyclesDone', 'cyclesCut', 'lostPushes', 'clashes', 'refused', 'beside', 'held'] as const),
  ...(['removedByScope', 'tombstones', 'unread', 'tooLate', 'failedWrites'] as const),
  ...(['signatures', 'signaturesOfAnother', 'signaturesAlone'] as const),
] as const;

/** Counted over all histories: a simulation that meets nothing shows nothing. */
export type Met = Record<(typeof acts | typeof ends | typeof faults)[number], number>;

export const nothingMet = (): Met =>
  Object.fromEntries([...acts, ...ends, ...faults].map((name) => [name, 0])) as Met; // each of its names
