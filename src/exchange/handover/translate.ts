import type { Clash } from '#domain/versions/merge.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';

/** Their reference to ours, of children and of staff. One that is missing means the same here. */
export interface References {
  readonly children: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
}

const staffKeys = [
  'superviseeRef',
  'supervisorRef',
  'staffRef',
  'signerRef',
  'createdBy',
  'by',
  'byRef',
];

/** A body in our references. Text that was typed is under none of these keys, so it stays as it was. */
export function inOurReferences<T extends object>(body: T, { children, staff }: References): T {
  const child = (ref: unknown) => (typeof ref === 'string' ? (children.get(ref) ?? ref) : ref);

  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const { childRef } = node as { childRef?: unknown };
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const isChild = key === 'childRef' || (key === 'id' && value === childRef);
        if (isChild) return [key, child(value)];
        if (key === 'childRefs' && Array.isArray(value)) return [key, value.map(child)];
        if (staffKeys.includes(key) && typeof value === 'string') {
          return [key, staff.get(value) ?? value];
        }
        return [key, walk(value)];
      }),
    );
  };

  const walked = walk(body) as T; // the same shape, with other references in it
  const clashes = clashesOf(walked).map((clash) => withPath(clash, children));
  return { ...walked, ...(clashes.length > 0 ? { clashes } : {}) };
}

/** `children.<their reference>.risks` is the same field under ours. */
function withPath(clash: Clash, children: References['children']): Clash {
  for (const [theirs, ours] of children) {
    const path = `.${clash.path}.`.replace(`.${theirs}.`, () => `.${ours}.`).slice(1, -1);
    if (path !== clash.path) return { ...clash, path };
  }
  return clash;
}
