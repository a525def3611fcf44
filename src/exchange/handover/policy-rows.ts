import { heldVersions } from '#storage/policies/profiles.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { ReferenceOut } from './rows.ts';

/** The policy that due dates are worked out by, and what it was before: the same dates on both devices. */
export const policyRows = (workspace: Workspace): readonly ReferenceOut[] =>
  heldVersions(workspace).map((version) => ({
    collection: 'profiles',
    ref: version.id,
    refs: [version.id],
    text: JSON.stringify(version),
  }));
