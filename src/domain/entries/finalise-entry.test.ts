import { describe, expect, it } from 'vitest';
import { toCalendarDate as day, parseInstant } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import { allocationRecordDeadline } from '#domain/recording/recording-deadline.ts';
import { aChild, bracknell, islington, loneSurrogates, swindon } from '../../../test/builders.ts';
import { anEntryDraft, anEntryQuestion } from '../../../test/entry-builders.ts';
import { entryHeading, entryKindsOf } from './entry-fields.ts';
import { missingForEntry } from './entry-missing.ts';
import { buildEntries, type EntryQuestion } from './finalise-entry.ts';

const mosaic = findProfile('mosaic-004') as PolicyProfile; // in profiles.json
const grace = aChild({ ref: 'C1', reference: 'C1', name: 'Grace Hill', familyRef: 'F' });
const ben = aChild({ ref: 'C2', reference: 'R-77', name: 'Ben Hill', familyRef: 'F' });

function built(over: Partial<EntryQuestion> = {}) {
  const outcome = buildEntries(anEntryQuestion(over));
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  return outcome.built;
}

const only = (over: Partial<EntryQuestion> = {}) => {
  const [first] = built(over);
  if (!first) throw new Error('nothing was built');
  return first;
};

const missing = (draft: Parameters<typeof anEntryDraft>[0], over: Partial<EntryQuestion> = {}) =>
  missingForEntry(anEntryQuestion({ draft: anEntryDraft(draft), ...over })).map(({ path }) => path);

const allocation = (over: Parameters<typeof anEntryDraft>[0] = {}) =>
  anEntryDraft({
    kind: 'allocation',
    text: 'See both parents this week.',
    risks: 'Cold house.',
    ...over,
  });
const kit = anEntryDraft({
  kind: 'kit',
  teams: 'Assessment; adult mental health',
  text: 'Mother is seen weekly.',
  nextOn: '18 dec',
});
const check = anEntryDraft({ kind: 'midwayCheck', who: 'J Reed, IRO', text: 'Actions are done.' });

it('[ENTRY1] each policy offers what it knows, and a management decision under each', () => {
  expect(entryKindsOf(swindon)).toEqual(['managementDecision', 'allocation', 'kit']);
  expect(entryKindsOf(islington)).toEqual(['managementDecision', 'midwayCheck']);
  expect(entryKindsOf(bracknell)).toEqual(['managementDecision']);
});

it('[ENTRY2] it is filed under the council’s heading, a check under its own', () => {
  expect(entryHeading(islington, 'managementDecision')).toBe('Management Decision');
  expect(entryHeading(islington, 'midwayCheck')).toBe('supervision');
  expect(entryHeading(swindon, 'allocation')).toBe('Management oversight: allocation');
  expect(entryHeading(swindon, 'kit')).toBe('KIT meeting');
  expect(entryHeading(bracknell, 'midwayCheck')).toBe('Midway check');
  expect(only().entry.heading).toBe('Management Decision');
});

describe('before a decision is recorded', () => {
  it('[ENTRY3] it needs a child, what was decided, why, its weight and its direction, and nothing else', () => {
    const empty = {
      text: ' ',
      rationale: '',
      significance: '',
      changesDirection: '',
      time: '',
      channel: '',
    };
    expect(missing(empty, { children: [] })).toEqual([
      'childTyped',
      'text',
      'rationale',
      'significance',
      'changesDirection',
    ]);
    expect(missing({})).toEqual([]);
  });

  it('[ENTRY3] a day to come, a time to come and a time that nobody can read are asked about', () => {
    expect(missing({ on: '21 November 2026' })).toEqual(['on']);
    expect(missing({ on: '' })).toEqual(['on']);
    expect(missing({ on: 'the other day' })).toEqual(['on']);
    expect(missing({ time: '12:01pm' })).toEqual(['time']);
    expect(missing({ time: '12:00pm' })).toEqual([]);
    expect(missing({ time: '2:30' })).toEqual(['time']);
    expect(missing({ who: ' ' })).toEqual(['who']);
    expect(missing({ channel: 'other' })).toEqual(['channelOther']);
  });

  it('[ENTRY3] an action that was begun says what, who and by when; an empty line says nothing', () => {
    const blank = { id: 'a', what: '', owner: '', byWhen: '' };
    expect(missing({ actions: [blank] })).toEqual([]);
    expect(missing({ actions: [blank, { ...blank, what: 'Ring' }] })).toEqual([
      'actions.1.owner',
      'actions.1.byWhen',
    ]);
  });

  it('[ENTRY3] each kind asks for its own', () => {
    const none = { text: '', risks: '', teams: '', who: '' };
    expect(missing({ ...none, kind: 'allocation' })).toEqual(['text', 'risks', 'who']);
    expect(missing({ ...none, kind: 'kit' })).toEqual(['teams', 'text', 'who']);
    expect(missing({ ...none, kind: 'midwayCheck' })).toEqual(['text', 'who']);
  });

  it('[ENTRY3] two versions of a text wait for a person, and half a character for its other half', () => {
    expect(missing({ clashes: [{ path: 'text' }] } as never)).toEqual(['twoVersions']);
    for (const broken of loneSurrogates)
      expect(missing({ rationale: broken })).toEqual(['rationale']);
  });
});

describe('of several children', () => {
  const both = [grace, ben];
  const draft = anEntryDraft({
    childRefs: ['C1', 'C2'],
    childTyped: 'Grace Hill',
    actions: [{ id: 'a1', what: 'Ring the school', owner: 'Priya', byWhen: '2 weeks' }],
  });

  it('[ENTRY4] each has an entry of its own, with not a word of the other', () => {
    const [hers, his] = built({ draft, children: both });
    expect(hers?.entry).toMatchObject({ childRef: 'C1', child: { name: 'Grace Hill' } });
    expect(his?.entry).toMatchObject({ childRef: 'C2', child: { name: 'Ben Hill' } });
    for (const theirs of ['Ben', 'R-77', 'C2']) expect(hers?.text).not.toContain(theirs);
    for (const theirs of ['Grace', 'C1']) expect(his?.text).not.toContain(theirs);
    expect(hers?.entry.actions[0]?.id).not.toBe(his?.entry.actions[0]?.id);
    expect(his?.entry.actions[0]).toMatchObject({ what: 'Ring the school', dueOn: '2026-12-04' });
  });

  it('[ENTRY4] a text that names one of them waits until the name is out or is said to belong', () => {
    const asked = (over: Parameters<typeof anEntryDraft>[0], children = both) =>
      missingForEntry(anEntryQuestion({ draft: anEntryDraft(over), children }));
    const naming = { rationale: 'Ben told his teacher.' };
    expect(asked(naming)).toEqual([
      {
        path: 'namesRelevant',
        message: 'Take the name of Ben Hill out, or tick that the names belong on each record',
      },
    ]);
    expect(asked({ ...naming, namesRelevant: true })).toEqual([]);
    expect(asked({ rationale: 'Grace told her teacher.' }, [grace])).toEqual([]);
    expect(asked({ risks: 'See r-77.' })).toHaveLength(1);
    expect(asked({ rationale: 'The bench by grace of the school.' })).toEqual([]);
  });

  it('[ENTRY4] the stored text is canonical: the same question makes the same letters', () => {
    const [once, again] = [built({ draft, children: both }), built({ draft, children: both })];
    expect(again.map(({ text }) => text)).toEqual(once.map(({ text }) => text));
    expect(JSON.parse(once[0]?.text ?? '')).toEqual(once[0]?.entry);
  });
});

describe('its deadline', () => {
  const deadline = (over: Partial<EntryQuestion>) => only(over).entry.deadline;

  it('[ENTRY5] a significant one in 24 elapsed hours from its time, without one by the end of its day', () => {
    expect(deadline({})).toMatchObject({ dueAt: '2026-11-21T09:30:00Z', clause: '001:93-94' });
    const untimed = only({ draft: anEntryDraft({ time: '' }) }).entry;
    expect(untimed.decidedAt).toBe('');
    expect(untimed.deadline).toMatchObject({ dueOn: '2026-11-20', dueAt: '' });
  });

  it('[ENTRY5] a routine one in the policy’s working days, or none where it gives none', () => {
    const draft = anEntryDraft({ significance: 'routine' });
    expect(deadline({ draft })).toMatchObject({ dueOn: '2026-11-27', clause: '001:104,106' });
    expect(deadline({ draft, profile: mosaic })).toMatchObject({ dueOn: '', clause: '' });
  });

  it('[ENTRY5] an allocation in 24 hours where the policy has them, and else like a decision', () => {
    expect(deadline({ draft: allocation(), profile: swindon })).toMatchObject({
      dueAt: '2026-11-21T09:30:00Z',
      clause: '000:120',
      words: expect.stringContaining('within 24 hours of the allocation'),
    });
    expect(deadline({ draft: allocation() })).toMatchObject({ dueOn: '2026-11-27' });
  });

  it('[ENTRY5] a KIT meeting like a discussion of its day; a check is another’s to record', () => {
    expect(deadline({ draft: kit, profile: swindon })).toMatchObject({
      dueOn: '2026-11-27',
      words: expect.stringContaining('5 working days of the meeting'),
    });
    expect(deadline({ draft: check })).toMatchObject({
      dueOn: '',
      words: 'The reviewing officer records it in the case system.',
    });
  });

  it('[ENTRY5] recorded after it, it says that it is a late entry', () => {
    expect(only().entry.lateEntry).toBe(false);
    expect(only({ draft: anEntryDraft({ on: '18 November 2026' }) }).entry.lateEntry).toBe(true);
  });
});

it('[ENTRY6] what is significant or changes direction is to be revisited, where the policy asks for it', () => {
  const again = (over: Parameters<typeof anEntryDraft>[0], profile = islington) =>
    only({ draft: anEntryDraft(over), profile }).entry.toRevisit;
  expect(again({})).toBe(true);
  expect(again({ significance: 'routine' })).toBe(false);
  expect(again({ significance: 'routine', changesDirection: 'yes' })).toBe(true);
  expect(again({}, findProfile('focus-group-002') as PolicyProfile)).toBe(false);
  expect(only({ draft: kit, profile: swindon }).entry.toRevisit).toBe(false);
});

it('[ENTRY7] an allocation says by when the first full supervision is, as the policy has it', () => {
  const of = (status: string, profile = swindon) =>
    only({ draft: allocation(), profile, children: [aChild({ status })] }).entry.fields
      .fullSupervisionBy;
  expect(of('ASSESS')).toMatch(/^18 December 2026 \(.*000:120\)$/);
  expect(of('CIN')).toBeUndefined();
  expect(of('CIN', islington)).toBeUndefined();
});

it('keeps what was typed to the letter, and beside a typed day the date that was read', () => {
  const { fields } = only({ draft: { ...kit, text: ' as  said ' }, profile: swindon }).entry;
  expect(fields).toEqual({
    teams: 'Assessment; adult mental health',
    text: ' as  said ',
    nextOn: '18 dec',
    nextOnDate: '2026-12-18',
  });
});

it('[ENTRY9] it says where it was decided, in the words of the list or its own', () => {
  const channel = (over: object) => only({ draft: anEntryDraft(over) }).entry.channel;
  expect(channel({})).toBe('');
  expect(channel({ channel: 'lookedAfterReview' })).toBe('CLA review');
  expect(channel({ channel: 'other', channelOther: 'Court corridor' })).toBe('Court corridor');
});

it('[R-27] a decision of another meeting is on the record, with the meeting it was made in', () => {
  const meetings = ['meetingOfPractitioners', 'cpOrCinReview', 'initialPlanningMeeting'] as const;
  const said = meetings.map((channel) => only({ draft: anEntryDraft({ channel }) }).entry.channel);
  expect(said).toEqual(['ACRP', 'CP or CIN review', 'IPM']);
});

it('[R-57] every decision is asked whether it is significant, and none is taken to be routine', () => {
  expect(anEntryDraft({ significance: undefined }).significance).toBe('');
  expect(missing({ significance: '' })).toEqual(['significance']);
});

it('[REC15] an allocation is due in the policy’s hours, or by the end of its day without a time', () => {
  const due = (allocatedAt: string) =>
    allocationRecordDeadline(swindon, parseInstant(allocatedAt) ?? day(allocatedAt));
  expect(due('2026-11-20T16:00:00Z')).toMatchObject({ dueAt: '2026-11-21T16:00:00Z' });
  expect(due('2026-11-20')).toMatchObject({ dueOn: '2026-11-20', rule: 'R-15' });
  expect(due('2026-11-20')).not.toHaveProperty('dueAt');
  expect(allocationRecordDeadline(islington, day('2026-11-20'))).toBeUndefined();
});
