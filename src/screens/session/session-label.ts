import type { Session } from '#domain/records/session.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

/** "Amina Khan with Jo Field": for headings, never for the browser's title. */
export const sessionLabel = (workspace: Workspace, session: Session): string =>
  `Supervision: ${staffName(workspace, session.superviseeRef)} with ${staffName(workspace, session.supervisorRef)}`;
