import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Clashed, Missing } from '#domain/discussion/discussion-progress.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';
import { type EntitlementDay, entitlementDays, readStepDay } from './entitlement-days.ts';

const blank = (text: string) => text.trim() === '';

const steps = {
  oneToOne: ['oneToOneOn', 'issue', 'oneToOneOutcome'],
  threeWay: ['threeWayOn', 'lineManager', 'difficulties', 'threeWayOutcomes'],
  dispute: ['disputeOn', 'thirdPerson', 'noticeGiven', 'noticeGivenOn', 'disputeOutcome'],
} as const satisfies Record<string, readonly (keyof Entitlement)[]>;
export type EntitlementStep = keyof typeof steps;

/** Anything of it was typed or chosen. */
export const isBegun = (record: Entitlement, step: EntitlementStep): boolean =>
  steps[step].some((key) => !blank(record[key]));

/**
 * ENTITLE2: what is still to do before it is sent (A11). The first step always; a later one once it is
 * begun. An outcome may be open: where nothing was agreed, that is what the next step is for.
 */
export function missingToSend(record: Entitlement, today: CalendarDate): readonly Missing[] {
  const ask = (path: keyof Entitlement & string, message: string): readonly Missing[] =>
    blank(String(record[path])) ? [{ path, message }] : [];
  return [
    ...missingDay(record, 'oneToOneOn', 'Enter the day of the one-to-one', today),
    ...ask('issue', 'Write what the issue is'),
    ...ask('oneToOneOutcome', 'Write what came of it, or that nothing was agreed'),
    ...(isBegun(record, 'threeWay')
      ? [
          ...missingDay(record, 'threeWayOn', 'Enter the day of the meeting of three', today),
          ...ask('lineManager', 'Write who the supervisor’s line manager is'),
          ...ask('threeWayOutcomes', 'Write what was agreed, or that nothing was'),
        ]
      : []),
    ...(isBegun(record, 'dispute') ? missingDispute(record, today) : []),
    ...brokenText(record),
    ...unsettled(record),
  ];
}

/** ENTITLE3 (003:220): both meet together with the named person, and the other one knows beforehand. */
function missingDispute(record: Entitlement, today: CalendarDate): readonly Missing[] {
  const { thirdPerson, noticeGiven } = record;
  return [
    ...missingDay(record, 'disputeOn', 'Enter the day of the meeting', today),
    ...(blank(thirdPerson)
      ? [{ path: 'thirdPerson', message: 'Write who was asked to meet with you both' }]
      : []),
    ...(noticeGiven === ''
      ? [{ path: 'noticeGiven', message: 'Say whether the other person was told in advance' }]
      : []),
  ];
}

function missingDay(
  record: Entitlement,
  path: EntitlementDay,
  message: string,
  today: CalendarDate,
): readonly Missing[] {
  const day = readStepDay(record[path], today);
  if (day.outcome === 'empty') return [{ path, message }];
  const isRead = day.outcome === 'read' || record[entitlementDays[path]] !== '';
  return isRead ? [] : [{ path, message: day.reason }];
}

function brokenText(record: Entitlement): readonly Missing[] {
  return Object.values(steps)
    .flat()
    .filter((key) => hasLoneSurrogate(record[key]))
    .map((path) => ({ path, message: loneSurrogateMessage }));
}

const unsettled = (record: Entitlement): readonly Missing[] =>
  ((record as Clashed).clashes ?? []).length > 0
    ? [{ path: 'twoVersions', message: 'Choose between the two versions of this text' }]
    : [];
