import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { decisionsWaiting } from '#domain/decisions/decisions-to-revisit.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { aFinaliseQuestion, islington, readyBrief } from '../../../test/builders.ts';
import { aDecisionOutside } from '../../../test/revisit-builders.ts';
import { childRecordText } from './child-record-text.ts';

const asked = (count: number) =>
  decisionsWaiting({
    profile: islington,
    decisions: Array.from({ length: count }, (_, i) => aDecisionOutside({ id: `d${i}` })),
    sessions: [],
    until: toCalendarDate('2026-11-20'),
  });

function textWith(said: readonly (readonly [string, string])[]): string {
  const revisits = said.map(([outcome, note], i) => {
    return { id: `l${i}`, entryId: `d${i}`, outcome, note };
  });
  const built = buildChildRecord(
    aFinaliseQuestion({ part: readyBrief({ revisits }), toRevisit: asked(said.length) }),
  );
  if (built.outcome !== 'finalised') throw new Error(JSON.stringify(built.missing));
  return childRecordText(built.record, []);
}

it('each decision that was revisited stands in the text with its day, its outcome and its note', () => {
  const text = textWith([
    ['confirmed', ' '],
    ['changed', 'With her uncle now'],
    ['withdrawn', 'The aunt moved'],
    ['notReached', ''],
  ]);
  expect(text).toContain(
    `Decisions revisited
- Amina stays with her aunt. (5 November 2026): Confirmed
- Amina stays with her aunt. (5 November 2026): Changed. With her uncle now
- Amina stays with her aunt. (5 November 2026): Withdrawn. The aunt moved
- Amina stays with her aunt. (5 November 2026): Not reached, to be revisited at the next session

Brief note`,
  );
});

it('without any the text has no such section', () => {
  const without = textWith([]);
  expect(without).not.toMatch(/revisited/i);
  const section = /Decisions revisited\n.*\n\n/;
  expect(textWith([['confirmed', '']]).replace(section, '')).toBe(without);
});
