import { expect, it } from 'vitest';
import { buildChildRecord, missingForRecord } from '#domain/finalise/finalise.ts';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import { formsOf } from '#domain/records/child-record-forms.ts';
import { emptyPreparedChild, type PreparedChild } from '#domain/records/preparation.ts';
import {
  aChild,
  aDiscussion,
  aFinaliseQuestion,
  bracknell,
  hostileTexts,
  islington,
  readyBrief,
  ref,
} from '../../../test/builders.ts';
import { familyTexts, isPartAStarted, type PreparedOnTable, partALabel } from './part-a.ts';

const prepared = (over: Partial<PreparedChild> = {}): PreparedOnTable => ({
  part: {
    ...emptyPreparedChild(ref('C1')),
    familyName: 'Khan',
    changes: 'Stepped up',
    changesOn: 'last friday',
    changesOnDate: '2026-11-13',
    events: hostileTexts.spaces,
    role: 'Lead worker',
    depth: 'inDepth',
    depthWhy: 'It frightens me',
    seenOn: 'monday',
    ...over,
  },
  by: 'Priya Shah',
  at: '2026-11-18T15:00:00.000Z',
});

function recordOf(over: Parameters<typeof aFinaliseQuestion>[0] = {}) {
  const built = buildChildRecord(
    aFinaliseQuestion({ profile: bracknell, prepared: prepared(), ...over }),
  );
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built.record;
}

it('[FORM3] Part A stands on the record as it was written, in the policy’s headings and order', () => {
  const { partA } = formsOf(recordOf());
  expect(partA?.lines.map(({ label, text }) => [label, text])).toEqual([
    ['Family name', 'Khan'],
    ["Children's names", 'Amina Khan'],
    ['Ages', '10 years old'],
    [expect.stringMatching(/^Current Status \(e\.g\.: Child in Need/), 'Child in Need'],
    ['Details of any change in status and date', 'Stepped up\n13 November 2026'],
    ['Summary of events since last supervision', hostileTexts.spaces],
    ['Your Actions taken', ''],
    ['Identified Risks / Issues', ''],
    ['Safety / Protective Factors', ''],
    ['Strengths / Positives', ''],
    ['What is your role with this family?', 'Lead worker'],
  ]);
  expect(partA).toMatchObject({
    title: 'PART A for completion by the worker (where appropriate)',
    partBTitle: 'PART B Supervision discussion: for completion by supervisor',
    by: 'Priya Shah',
    at: '2026-11-18T15:00:00.000Z',
  });
});

it('[FORM3] no depth, reason or day seen comes with it; a date that was not read is as it was typed', () => {
  const record = recordOf({ prepared: prepared({ changesOnDate: '', changesOn: 'some day' }) });
  const text = JSON.stringify(record);
  for (const kept of ['It frightens me', 'monday']) expect(text).not.toContain(kept);
  expect(text).toContain('Stepped up\\nsome day');
});

it('[FORM3] names and ages of brothers and sisters are there only where they were ticked', () => {
  const siblings = [aChild({ ref: 'C2', name: 'Ben Khan', dateOfBirth: '2020-01-01' })];
  const line = (siblingsRelevant: boolean, key: string) => {
    const part = readyBrief({ siblingsRelevant });
    const record = recordOf({ siblings, part, discussion: aDiscussion({ children: [part] }) });
    return formsOf(record).partA?.lines.find((each) => each.key === key)?.text;
  };
  expect([line(false, 'childrenNames'), line(false, 'ages')]).toEqual([
    'Amina Khan',
    '10 years old',
  ]);
  expect([line(true, 'childrenNames'), line(true, 'ages')]).toEqual([
    'Amina Khan, Ben Khan',
    'Amina Khan: 10 years old, Ben Khan: 6 years old',
  ]);
});

it('[FORM3] none where nothing of it was written or shared, and an empty heading stops nothing', () => {
  const empty = { ...prepared(), part: { ...emptyPreparedChild(ref('C1')), depthWhy: 'x' } };
  expect(isPartAStarted(empty.part, bracknell)).toBe(false);
  expect(formsOf(recordOf({ prepared: empty })).partA).toBeUndefined();
  expect(formsOf(recordOf({ prepared: undefined })).partA).toBeUndefined();
  expect(missingForRecord(aFinaliseQuestion({ profile: bracknell, prepared: prepared() }))).toEqual(
    [],
  );
});

it('[FORM3] what the form has no line for is not on the record by itself, and makes no Part A', () => {
  const beside = { ...emptyPreparedChild(ref('C1')), says: 'I am scared' };
  expect(isPartAStarted(beside, bracknell)).toBe(false);
  const record = recordOf({ prepared: { ...prepared(), part: beside } });
  expect(formsOf(record).partA).toBeUndefined();
  expect(JSON.stringify(recordOf({ prepared: prepared({ says: 'I am scared' }) }))).not.toContain(
    'I am scared',
  );
});

it('[FIN6, FORM3] half a character in it is refused where it would stand on the record', () => {
  const broken = { prepared: prepared({ risks: '\ud800' }) };
  expect(missingForRecord(aFinaliseQuestion({ profile: bracknell, ...broken }))).toEqual([
    { path: 'partA', message: loneSurrogateMessage },
  ]);
  expect(missingForRecord(aFinaliseQuestion({ profile: islington, ...broken }))).toEqual([]);
});

it('[FORM1] a policy without forms has the record that it had before, letter for letter', () => {
  const text = (over: object) => {
    const built = buildChildRecord(aFinaliseQuestion({ profile: islington, ...over }));
    return built.outcome === 'finalised' ? built.text : '';
  };
  expect(text({ prepared: prepared() })).toBe(text({}));
  expect(text({})).not.toMatch(/partA|decisionForm|organisation/);
});

it('[FORM1, FORM5] the policy’s words of the day and the organisation go with the record', () => {
  expect(formsOf(recordOf({ organisation: 'Thornmere' }))).toMatchObject({
    organisation: 'Thornmere',
    decisionForm: { title: 'Supervision Decision Record' },
  });
  expect(formsOf(recordOf())).not.toHaveProperty('organisation');
  expect(partALabel(bracknell, 'did')).toBe('Your Actions taken');
  expect(partALabel(bracknell, 'says')).toBeUndefined();
  expect(partALabel(islington, 'did')).toBeUndefined();
});

it('[FORM2] a family’s words fill what is empty, and never what the child says', () => {
  const from = prepared({ says: 'I am scared', risks: 'Debt', changes: 'x' }).part;
  const own = { ...emptyPreparedChild(ref('C2')), role: 'Mine' };
  expect(familyTexts(from, own)).toEqual([
    ['familyName', 'Khan'],
    ['events', hostileTexts.spaces],
    ['risks', 'Debt'],
  ]);
});
