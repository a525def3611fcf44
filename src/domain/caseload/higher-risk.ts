import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildFacts } from '#domain/due/child-facts.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';

/** Early help allocated as higher risk (000:118, C-13): said by a person, with its day and its reason. */

const field = 'higherRiskEarlyHelp';
const earlyHelp: readonly string[] = ['EH', 'EHA']; // as in status-for-profile.ts

type Listed = Pick<Child, 'status' | 'statuses' | 'history' | typeof field>;

/** The general code of early help, or a cohort for which the policy has an interval at higher risk. */
export function isEarlyHelp({ status, statuses }: Listed, { child }: PolicyProfile): boolean {
  const codes = [status, ...statuses.map(({ code }) => code)];
  const raised = (child.cohorts ?? []).filter(({ ifHigherRisk }) => ifHigherRisk);
  return codes.some((code) => earlyHelp.includes(code) || raised.some((row) => row.code === code));
}

/** HIGHRISK1: as it was on that day, from the entry's own history. */
export function isHigherRiskOn(child: Listed, day: CalendarDate): boolean {
  const later = child.history.find((event) => event.field === field && event.on > day);
  return (later ? later.from : child[field]) === 'yes';
}

/**
 * HIGHRISK2: the latest change of status or of higher risk, so that the shorter interval has its grace. A
 * status that was not known before is no change of status.
 */
export function latestStatusChange({ status, history }: Listed): ChildFacts['changed'] {
  const last = history.findLast(
    (event) => event.what === 'corrected' && (event.field === 'status' || event.field === field),
  );
  const on = parseCalendarDate(last?.on ?? '');
  if (!last || !on) return undefined;
  if (last.field === field) {
    return {
      on,
      from: { cohorts: status === '' ? [] : [status], higherRisk: last.from === 'yes' },
    };
  }
  return last.from === '' ? undefined : { on, from: { cohorts: [last.from] } };
}
