import type { Subject } from '#domain/access/subject.ts';
import { myRefsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

/** The child or the member of staff with this row, by every reference they were known by; undefined for none. */
export function findSubject(
  workspace: Workspace,
  kind: string,
  rowId: string,
): Subject | undefined {
  if (kind === 'child') {
    const child = workspace.set.find('children', rowId)?.body;
    if (!child) return undefined;
    const { ref, aliases, name, reference } = child;
    return { kind, refs: new Set([ref, ...aliases]), name, reference };
  }
  if (kind !== 'staff') return undefined;
  const staff = workspace.set.find('staff', rowId)?.body;
  if (!staff) return undefined;
  const { ref, name } = staff;
  const mine = myRefsOf(workspace);
  const refs = mine.includes(ref) ? [ref, ...mine] : [ref];
  return {
    kind,
    refs: new Set<string>(refs),
    name,
    reference: ref.startsWith('local:') ? '' : ref,
  };
}
