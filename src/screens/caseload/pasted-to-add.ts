import type { UnreadRow } from '#domain/records/child.ts';
import type { PasteRead } from '#exchange/caseload/pasted-rows.ts';
import type { ChildToAdd } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import type { Workspace } from '#storage/workspace.ts';

/** A pasted family name groups the children of this paste; it is no reference of the council's. */
export function toAdd(
  workspace: Workspace,
  { children, unread }: PasteRead,
): { readonly children: readonly ChildToAdd[]; readonly unread: readonly UnreadRow[] } {
  const people = practitioners(workspace);
  const families = new Map<string, string>();
  const familyRefOf = (family: string) => {
    if (family === '') return '';
    const ref = families.get(family) ?? `family:${workspace.ports.newId()}`;
    families.set(family, ref);
    return ref;
  };
  return {
    children: children.map(({ family, worker, allocatedAt, line: _line, checks, ...facts }) => ({
      facts: {
        ...facts,
        checks: checks.map((check) => ({ ...check })),
        familyRef: familyRefOf(family),
      },
      worker: people.find(({ name }) => name.toLowerCase() === worker.toLowerCase())?.ref ?? {
        name: worker,
      },
      allocatedAt,
    })),
    unread: unread.map(({ text, problem }) => ({
      key: workspace.ports.newId(),
      text,
      problem,
      pastedAt: workspace.now,
    })),
  };
}
