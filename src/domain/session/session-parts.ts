import type { SessionPart } from '#domain/due/worker.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';

/**
 * C-27: what a session covered for its worker, as its notes have it; undefined is all of it. A group covers
 * nothing of it: the private one-to-one is owed all the same (R-29, R-48, 000:195-196).
 */
export function partsOfType(type: StaffNote['sessionType']): readonly SessionPart[] | undefined {
  if (type === 'group') return [];
  return type === 'personal' || type === 'case' ? [type] : undefined;
}
