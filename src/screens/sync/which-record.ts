import type { CollectionName } from '#domain/collections.ts';
import { headerOf } from '#domain/record-header.ts';
import { kindOf } from '#exchange/access/kinds.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

/** "Supervision notes, about Priya Shah": enough to know which is meant. Of a child’s record, the child alone. */
export function whichRecord(workspace: Workspace, collection: CollectionName, id: string): string {
  const body = workspace.set.find(collection, id)?.body;
  const header = body && headerOf(collection, body as Readonly<Record<string, unknown>>); // a body is fields
  const children = (header?.childRefs ?? []).flatMap(
    (ref) => findChild(workspace, ref)?.body.name ?? [],
  );
  const staff = header && findStaff(workspace, header.superviseeRef)?.body.name;
  const names = children.length > 0 ? children : staff ? [staff] : [];
  return names.length === 0
    ? kindOf(collection)
    : `${kindOf(collection)}, about ${names.join(', ')}`;
}
