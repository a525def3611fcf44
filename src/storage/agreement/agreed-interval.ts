import type { Interval } from '#domain/dates/calendar-date.ts';
import { parseInterval } from '#domain/due/interval.ts';
import type { Workspace } from '#storage/workspace.ts';
import { agreementInForce, agreementWithAnother } from './agreement-in-force.ts';

/**
 * The interval that was agreed, for the due dates (C-8); one agreed before a change of supervisor holds until
 * the next agreement does (HAND19). Undefined where it is left to the policy.
 */
export const agreedIntervalOf = (
  workspace: Pick<Workspace, 'set' | 'now'>,
  superviseeRef: string,
): Interval | undefined =>
  parseInterval(
    (agreementInForce(workspace, superviseeRef) ?? agreementWithAnother(workspace, superviseeRef))
      ?.agreedInterval ?? '',
  );
