import {
  formatDate,
  formatDateTime,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { isBegun } from '#domain/entitlements/entitlement-missing.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';

interface EntitlementInput {
  readonly record: Entitlement;
  readonly supervisee: string;
  readonly supervisor: string;
  readonly synthetic: boolean;
}

export const entitlementHeading = 'Supervision that is not happening as agreed';

/** The route as its author printed or sent it, in its parts: the head first, whether it was sent last. */
export function entitlementBlocks(input: EntitlementInput): readonly string[] {
  const { record, supervisee, supervisor, synthetic } = input;
  return [
    [
      ...(synthetic ? ['SYNTHETIC: example data, not a real person'] : []),
      entitlementHeading,
      `Written by: ${supervisee}`,
      `Supervisor: ${supervisor}`,
    ].join('\n'),
    ...firstStep(record),
    ...(isBegun(record, 'threeWay') ? threeWay(record) : []),
    ...(isBegun(record, 'dispute') ? dispute(record) : []),
    sentWords(record),
  ].filter((block) => block !== '');
}

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);

/** The date that was read, or what was typed where none was. */
const day = (iso: string, typed: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : typed;
};

const firstStep = (record: Entitlement): readonly string[] => [
  titled('Step 1: one-to-one with my supervisor', day(record.oneToOneDate, record.oneToOneOn)),
  titled('The issue', record.issue),
  titled('What came of it', record.oneToOneOutcome),
];

function threeWay(record: Entitlement): readonly string[] {
  const on = day(record.threeWayDate, record.threeWayOn);
  return [
    titled('Step 2: three-way meeting with the supervisor’s line manager', on || 'No date yet'),
    titled('Line manager', record.lineManager),
    titled('What was difficult', record.difficulties),
    titled('Outcomes agreed', record.threeWayOutcomes),
  ];
}

const notice = { '': '', yes: 'Yes', no: 'No' } as const;

function dispute(record: Entitlement): readonly string[] {
  const on = day(record.noticeGivenDate, record.noticeGivenOn);
  const told = notice[record.noticeGiven];
  return [
    titled(
      'Meeting with the person named in the agreement',
      day(record.disputeDate, record.disputeOn) || 'No date yet',
    ),
    titled('Who', record.thirdPerson),
    titled(
      'The other person was told in advance',
      [told, on].filter((words) => words !== '').join(', '),
    ),
    titled('What came of the meeting', record.disputeOutcome),
  ];
}

function sentWords({ sentAt, settledAt }: Entitlement): string {
  const sent =
    sentAt === '' ? 'Not sent.' : `Sent to the supervisor at ${formatDateTime(toInstant(sentAt))}.`;
  return settledAt === '' ? sent : `${sent}\nSettled at ${formatDateTime(toInstant(settledAt))}.`;
}
