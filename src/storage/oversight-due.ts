import type { DueAnswer } from '#domain/due/due-result.ts';
import { oversightFloorDue } from '#domain/due/second-clocks.ts';
import type { Child } from '#domain/records/child.ts';
import { childQuestion } from './due.ts';
import type { Workspace } from './workspace.ts';

/** The second clock of a policy that has one: a discussion or an oversight entry. */
export const oversightDueOf = (workspace: Workspace, child: Child): DueAnswer =>
  oversightFloorDue(childQuestion(workspace, child));
