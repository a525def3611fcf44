import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { actionState } from '#domain/actions/child-actions.ts';
import { ChildRecord, loneSurrogateMessage } from '#domain/records/child-record.ts';
import {
  aChild,
  aDiscussion,
  aFinaliseQuestion,
  anAction,
  aPart,
  bracknell,
  hostileTexts,
  loneSurrogates,
  readyBrief,
  readyInDepth,
} from '../../../test/builders.ts';
import { buildChildRecord, type FinaliseQuestion } from './finalise.ts';

function build(over: Partial<FinaliseQuestion> = {}) {
  const built = buildChildRecord(aFinaliseQuestion(over));
  if (built.outcome === 'missing') throw new Error(`missing ${JSON.stringify(built.missing)}`);
  return built;
}
function missing(over: Partial<FinaliseQuestion>) {
  const built = buildChildRecord(aFinaliseQuestion(over));
  return built.outcome === 'missing' ? built.missing.map(({ path }) => path) : [];
}
const decision = (over = {}) => ({
  id: 'x1',
  text: 'Section 47 enquiry',
  rationale: 'A bruise',
  significance: 'urgent',
  decidedAt: '2026-11-20T10:15:00.000Z',
  ...over,
});

describe('what holds a record back', () => {
  it('[FIN1, FIN2] a ready part becomes a record of that depth with its fields and no others', () => {
    const hidden = { analysis: 'typed before the depth was changed', briefNote: 'x' };
    const brief = build({ part: readyBrief(hidden) }).record;
    expect(brief).toMatchObject({ depth: 'brief', onTrack: 'yes', fields: { briefNote: 'x' } });
    const deep = build({ part: readyInDepth({ briefNote: 'x' }) }).record;
    expect(Object.keys(deep.fields)).toEqual([
      'childExperience',
      'childVoice',
      'worries',
      'protective',
      'analysis',
    ]);
  });

  it('[FIN7] two versions of a text hold it back', () => {
    const discussion = aDiscussion({ clashes: [{ path: 'children.C1.worries' }] } as object);
    expect(missing({ discussion })).toEqual(['twoVersions']);
  });

  it('[SESS4] a child that nobody marked as discussed is not finalised, nor one passed over', () => {
    expect(missing({ part: readyBrief({ account: '', accountedAt: '' }) })).toEqual(['depth']);
    expect(missing({ part: readyBrief({ account: 'notDiscussed' }) })).toEqual(['depth']);
  });

  it.each(loneSurrogates)('[FIN6] %j on the record from elsewhere has a sentence too', (text) => {
    const familySummary = aDiscussion({ familySummary: text });
    expect(buildChildRecord(aFinaliseQuestion({ discussion: familySummary }))).toEqual({
      outcome: 'missing',
      missing: [{ path: 'familySummary', message: loneSurrogateMessage }],
    });
    expect(missing({ child: aChild({ name: text }) })).toEqual(['child']);
    expect(missing({ practitioner: text })).toEqual(['staff']);
    const siblings = [aChild({ ref: 'C2', name: text })];
    expect(missing({ siblings })).toEqual([]);
    expect(missing({ siblings, part: readyBrief({ siblingsRelevant: true }) })).toEqual(['child']);
  });
});

describe('the text', () => {
  it.each([readyBrief, readyInDepth])(
    'is canonical: parsing and writing it gives the same',
    (ready) => {
      const { record, text } = build({ part: ready({ decisions: [decision()] }) });
      expect(canonicalize(JSON.parse(text))).toBe(text);
      expect(ChildRecord.parse(JSON.parse(text))).toEqual(record);
      expect(text.indexOf('"actions"')).toBeLessThan(text.indexOf('"child"'));
    },
  );

  it.each(Object.entries(hostileTexts))('keeps %s to the letter in every place', (_, hostile) => {
    const part = readyInDepth({
      worries: hostile,
      settled: [{ id: 'e1', actionId: 'a1', outcome: 'carried', reason: hostile }],
      decisions: [decision({ text: hostile, rationale: hostile })],
      actions: [{ id: 'y1', what: hostile, owner: hostile, byWhen: hostile }],
    });
    const { text } = build({
      part,
      toReview: [actionState(anAction(), [])],
      discussion: aDiscussion({ children: [part], familySummary: hostile }),
      child: aChild({ name: hostile }),
    });
    const kept = JSON.parse(text);
    expect([
      kept.fields.worries,
      kept.actionsReviewed[0].reason,
      kept.decisions[0].text,
      kept.decisions[0].rationale,
      kept.actions[0].what,
      kept.actions[0].owner,
      kept.actions[0].byWhen,
      kept.familySummary,
      kept.child.name,
    ]).toEqual(Array(9).fill(hostile));
  });

  it('holds a text of 100,000 characters whole', () => {
    const long = 'Zoë said. '.repeat(10_000);
    expect(build({ part: readyBrief({ briefNote: long }) }).record.fields.briefNote).toBe(long);
  });
});

describe('one child’s record', () => {
  const sister = aChild({
    ref: 'C2',
    reference: 'SISTER-REF',
    name: 'SISTER-NAME',
    dateOfBirth: '2019-12-31',
  });
  const sisterPart = readyInDepth({
    childRef: 'C2',
    worries: 'SISTER-WORRIES',
    actions: [{ id: 'y9', what: 'SISTER-ACTION', owner: 'x', byWhen: 'y' }],
    decisions: [decision({ id: 'x9', text: 'SISTER-DECISION' })],
    childRecordId: 'SISTER-RECORD',
  });
  const withSister = (part: ReturnType<typeof readyBrief>) =>
    build({
      part,
      siblings: [sister],
      discussion: aDiscussion({ children: [part, sisterPart], familySummary: 'About the family' }),
    });

  it('names no other child and carries nothing of another’s part', () => {
    const { text } = withSister(readyBrief());
    expect(text).not.toContain('SISTER');
    expect(text).not.toContain('2019-12-31');
    expect(text).not.toContain('C2');
    expect(text).toContain('About the family');
  });

  it('names brothers and sisters where that is ticked, and nothing else of them', () => {
    const { record, text } = withSister(readyBrief({ siblingsRelevant: true }));
    expect(record.siblings).toEqual(['SISTER-NAME']);
    expect(text.match(/SISTER/g)).toHaveLength(1);
  });

  it('says young person or unborn baby, by the day it was discussed', () => {
    const turned16 = aChild({ dateOfBirth: '2010-11-21' });
    expect(build({ child: turned16, at: '2026-11-24T10:00:00.000Z' }).record.subjectWord).toBe(
      'child',
    );
    const unborn = aChild({ dateOfBirth: '', expectedOn: '2027-03-04' });
    expect(build({ child: unborn }).record.subjectWord).toBe('unborn baby');
    expect(build({ child: aChild({ status: 'IF' }) }).record.subjectWord).toBe('young person');
  });

  it('says what became of each action of last time, and skips empty rows', () => {
    const { record } = build({
      part: readyBrief({
        settled: [{ id: 'e1', actionId: 'a1', outcome: 'carried', reason: 'School was shut' }],
        actions: [{ id: 'y0' }, { id: 'y1', what: 'Visit', owner: 'Priya', byWhen: '2 weeks' }],
        decisions: [{ id: 'x0' }],
      }),
      toReview: [actionState(anAction(), [])],
    });
    expect(record.actionsReviewed).toEqual([
      {
        id: 'a1',
        what: 'Ring the school',
        owner: 'Priya',
        dueOn: '2026-11-27',
        outcome: 'carried',
        reason: 'School was shut',
      },
    ]);
    expect(record.actions).toEqual([
      { id: 'y1', what: 'Visit', owner: 'Priya', byWhen: '2 weeks', dueOn: '2026-12-04' },
    ]);
    expect(record.decisions).toEqual([]);
  });

  it('is filed under the council’s own heading, with its words for the status', () => {
    const { record } = build({ profile: bracknell });
    expect(record.heading).toBe('Supervision Decision Record');
    expect(record.child.status).toBe('Child in Need');
    expect(build({ child: aChild({ status: 'TYPED' }) }).record.child.status).toBe('TYPED');
  });
});

describe('the deadline', () => {
  const at = (time: string) => `2026-11-${time}Z`;
  const late = (finalisedAt: string, over: Partial<FinaliseQuestion> = {}) =>
    build({ at: finalisedAt, ...over }).record.lateEntry;

  it('[FIN8] is five working days where every decision is routine', () => {
    const routine = readyBrief({ decisions: [decision({ significance: 'routine' })] });
    const { deadline } = build({ part: routine }).record;
    expect(deadline).toMatchObject({ dueOn: '2026-11-27', dueAt: '' });
    expect(deadline.words).toContain('within 5 working days of the session (Islington 2016');
  });

  it('[FIN8] is 24 hours from the first decision that is not, whatever order they stand in', () => {
    const part = readyBrief({
      decisions: [
        decision({ id: 'late', decidedAt: at('20T11:45:00.000') }),
        decision({ id: 'routine', significance: 'routine', decidedAt: at('20T10:01:00.000') }),
        decision({ id: 'first', significance: 'significant', decidedAt: at('20T10:30:00.000') }),
      ],
    });
    expect(build({ part }).record.deadline).toMatchObject({
      dueOn: '2026-11-21',
      dueAt: '2026-11-21T10:30:00Z',
    });
  });

  it('[FIN8] runs from the discussion where no time was written for the decision', () => {
    const part = readyBrief({ decisions: [decision({ decidedAt: '' })] });
    const { record } = build({ part });
    expect(record.deadline.dueAt).toBe('2026-11-21T10:00:00Z');
    expect(record.decisions[0]?.decidedAt).toBe('2026-11-20T10:00:00.000Z');
  });

  it('[FIN8] a decision that nobody wrote sets no clock', () => {
    const part = readyBrief({ decisions: [{ id: 'x', significance: 'urgent' }] });
    expect(build({ part }).record.deadline.dueAt).toBe('');
  });

  it('a late entry is one finalised after its last day, in London', () => {
    expect(late(at('27T23:59:59.999'))).toBe(false);
    expect(late(at('28T00:00:00.000'))).toBe(true);
  });

  it('a late entry is one finalised after its last moment: compared as moments, not as text', () => {
    const part = readyBrief({ decisions: [decision()] });
    expect(late(at('21T10:15:00.000'), { part })).toBe(false);
    expect(late(at('21T10:15:00.001'), { part })).toBe(true);
    expect(late(at('21T10:15:00.500'), { part })).toBe(true);
    expect(late(at('21T10:14:59.999'), { part })).toBe(false);
  });

  it('where the policy gives no number there is no deadline, no late entry, and it says why', () => {
    const { record } = build({ profile: bracknell, at: '2027-11-20T10:00:00.000Z' });
    expect(record.deadline).toMatchObject({ dueOn: '', dueAt: '', clause: '' });
    expect(record.deadline.words).toContain('Bracknell Forest gives no number of days');
    expect(record.lateEntry).toBe(false);
  });
});

describe('what stands beside the discussion', () => {
  it('[FIN10] says when it was written: the London day of the last save, or of the discussion', () => {
    const writtenOn = (savedAt: string) => {
      const part = readyBrief();
      return build({ part, discussion: aDiscussion({ children: [part], savedAt }) }).record
        .writtenOn;
    };
    expect(writtenOn('2026-11-23T09:00:00.000Z')).toBe('2026-11-23');
    expect(writtenOn('2026-06-22T23:30:00.000Z')).toBe('2026-06-23'); // summer time
    expect(writtenOn('')).toBe('2026-11-20');
    expect(build().record).toMatchObject({
      discussedOn: '2026-11-20',
      finalisedAt: '2026-11-20T12:00:00.000Z',
    });
  });

  it('[GAP1] carries the line of a gap as it was handed in, and nothing where there is none', () => {
    const gap = 'No formal supervision in November 2026 because of practitioner absence.';
    expect(build({ gap }).record.gap).toBe(gap);
    expect(build().record.gap).toBe('');
  });

  it('[FIN6] half a character in the line of a gap is refused', () => {
    expect(missing({ gap: 'Cover: \ud800' })).toEqual(['gap']);
  });
});

it('[FIN2] an empty part cannot be finalised, and nothing is thrown', () => {
  expect(missing({ part: aPart() })).toEqual(['depth', 'depth']);
});
