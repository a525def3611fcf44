import type { StaffSignature } from '#domain/records/signature.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** Worked out once for each state of the audit. */
const remembered = new WeakMap<Reads['set'], { readonly at: number; readonly ids: Set<string> }>();

function unvouched({ set }: Reads): ReadonlySet<string> {
  const at = set.changesOf('audit');
  const held = remembered.get(set);
  if (held?.at === at) return held.ids;
  const ids = new Set(bodies({ set }, 'audit').flatMap((entry) => entry.unvouched ?? []));
  remembered.set(set, { at, ids });
  return ids;
}

/**
 * SIGN13: whether an act may speak for the key that it names. One that came in an export may not by itself:
 * it takes another act of the same key and person that was made here or came sealed from its author.
 */
export function isVouchedFor(workspace: Reads, act: StaffSignature): boolean {
  const ids = unvouched(workspace);
  if (!ids.has(act.id)) return true;
  return bodies(workspace, 'staffSignatures').some(
    (other) =>
      !ids.has(other.id) &&
      other.level > 0 &&
      other.keyId === act.keyId &&
      other.signerRef === act.signerRef,
  );
}
