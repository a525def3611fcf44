/**
 * Where every kind of record belongs. The number is stored beside the sealed body, so it may never
 * change its meaning. `file` keeps the two files apart (design promise 4): `child` goes to the child's
 * record, `staff` to the supervision file, `working` to neither, `reference` is never sent anywhere.
 */
export const collections = {
  settings: { code: 1, file: 'reference' },
  staff: { code: 2, file: 'reference' },
  children: { code: 3, file: 'reference' },
  allocations: { code: 4, file: 'reference' },
  unreadRows: { code: 5, file: 'reference' },
  priorDiscussions: { code: 6, file: 'reference' },
  imports: { code: 7, file: 'reference' },
  absences: { code: 8, file: 'reference' },
  handovers: { code: 9, file: 'reference' },
  exchanged: { code: 10, file: 'reference' },
  profiles: { code: 11, file: 'reference' },
  holidays: { code: 12, file: 'reference' },
  sessions: { code: 20, file: 'staff' },
  notes: { code: 21, file: 'staff' },
  agreements: { code: 22, file: 'staff' },
  audit: { code: 23, file: 'staff' },
  responses: { code: 24, file: 'staff' },
  staffActions: { code: 25, file: 'staff' },
  staffActionEvents: { code: 26, file: 'staff' },
  groups: { code: 27, file: 'staff' },
  staffSignatures: { code: 28, file: 'staff' },
  observations: { code: 29, file: 'staff' },
  monitoring: { code: 30, file: 'staff' },
  cancellations: { code: 31, file: 'staff' },
  entitlements: { code: 32, file: 'staff' },
  handoverNotes: { code: 33, file: 'staff' },
  staffAmendments: { code: 34, file: 'staff' },
  staffMarks: { code: 35, file: 'staff' },
  keeping: { code: 36, file: 'reference' },
  childStubs: { code: 37, file: 'child' },
  staffStubs: { code: 38, file: 'staff' },
  childBroughtIn: { code: 39, file: 'child' },
  discussions: { code: 40, file: 'working' },
  preparations: { code: 41, file: 'working' },
  groupDiscussions: { code: 42, file: 'working' },
  entryDrafts: { code: 43, file: 'working' },
  staffBroughtIn: { code: 44, file: 'staff' },
  childRecords: { code: 60, file: 'child' },
  decisions: { code: 61, file: 'child' },
  childActions: { code: 62, file: 'child' },
  childActionEvents: { code: 63, file: 'child' },
  childMarks: { code: 64, file: 'child' },
  childAmendments: { code: 65, file: 'child' },
  childEntries: { code: 66, file: 'child' },
  decisionRevisits: { code: 67, file: 'child' },
  childSignatures: { code: 68, file: 'child' },
} as const;

export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as readonly CollectionName[];

const byCode = new Map<number, CollectionName>(
  collectionNames.map((name) => [collections[name].code, name]),
);

/** The collection of a stored row, or undefined for one written by a newer version of the app. */
export function findCollection(code: number): CollectionName | undefined {
  return byCode.get(code);
}

/** Reference data is replaced by imports and the directory, and never queued for sending. */
export function isSent(name: CollectionName): boolean {
  return collections[name].file !== 'reference';
}
