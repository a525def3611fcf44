import { describe, expect, it } from 'vitest';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { aChild } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import {
  checkedFacts,
  lastRecordOf,
  recordedRisk,
  scaleOf,
  type Told,
  trioPresentOf,
  waitingFor,
} from './last-answers.ts';

type Answers = NonNullable<ChildRecord['answers']>;

const told = (
  discussedOn: string,
  depth: Told['depth'],
  answers: Answers = {},
  over: Partial<Told> = {},
): Told => ({
  discussedOn,
  depth,
  context: 'oneToOne',
  fields: { childVoice: 'Home.' },
  ...(Object.keys(answers).length > 0 ? { answers } : {}),
  ...over,
});
const inDepth = (on: string, answers?: Answers, over?: Partial<Told>) =>
  told(on, 'inDepth', answers, over);
const brief = (on: string, answers?: Answers, over?: Partial<Told>) =>
  told(on, 'brief', answers, { fields: {}, ...over });
const hypothesis = (status: 'open' | 'accepted' | 'discounted', statement = 'Fear') => ({
  id: 'h' as never,
  ...{ statement, evidenceFor: '', evidenceAgainst: '', status },
});

const october = inDepth(
  '2026-10-05',
  {
    difference: 'none',
    driftDelay: 'some',
    dynamics: ['dangerous'],
    complex: 'yes',
    threshold: 'close',
  },
  { hypotheses: [hypothesis('open'), hypothesis('accepted'), hypothesis('open', ' ')] },
);
const last = (...records: readonly Told[]) =>
  lastRecordOf(
    records,
    day(
      records
        .map(({ discussedOn }) => discussedOn)
        .toSorted()
        .at(-1) ?? '',
    ),
  );

describe('the answers of the last record', () => {
  it('[FACT9] each is told, with its day, and only open hypotheses that say something count', () => {
    expect(last(october)).toMatchObject({
      on: '2026-10-05',
      difference: 'none',
      driftDelay: 'some',
      driftNotedOn: '2026-10-05',
      dynamics: ['dangerous'],
      dynamicsOn: '2026-10-05',
      complex: true,
      threshold: 'close',
      openHypotheses: 1,
    });
  });

  it('[FACT9] a brief check-in that leaves them empty takes nothing back, however many there are', () => {
    const after = last(brief('2026-11-02'), october, brief('2026-12-01'));
    expect(after).toMatchObject({
      on: '2026-12-01',
      dynamics: ['dangerous'],
      dynamicsOn: '2026-10-05',
      driftNotedOn: '2026-10-05',
      complex: true,
      openHypotheses: 1,
    });
  });

  it('[FACT9] a brief check-in that answers is believed, for what it answers', () => {
    const after = last(october, brief('2026-11-02', { difference: 'made', driftDelay: 'none' }));
    expect(after).toMatchObject({ difference: 'made', driftDelay: 'none', threshold: 'close' });
  });

  it('[FACT9] a discussion in depth that leaves them empty ends them', () => {
    const after = last(october, inDepth('2026-11-02'), brief('2026-12-01'));
    for (const key of [
      'difference',
      'driftDelay',
      'dynamics',
      'openHypotheses',
      'complex',
    ] as const)
      expect(after?.[key], key).toBeUndefined();
  });

  it('[FACT9] the record of a group neither speaks nor ends anything', () => {
    const group = inDepth('2026-11-02', { difference: 'made' }, { context: 'group' });
    const found = lastRecordOf([group, october], day('2026-10-05'));
    expect(found).toMatchObject({ difference: 'none', threshold: 'close' });
    const sameDay = inDepth('2026-10-05', { difference: 'made' }, { context: 'group', fields: {} });
    expect(lastRecordOf([sameDay, october], day('2026-10-05'))).toEqual(found);
    expect(lastRecordOf([sameDay], day('2026-10-05'))).toBeUndefined();
  });

  it('[FACT9] nothing is told until the last discussion is finalised, nor of one after it', () => {
    expect(lastRecordOf([october], day('2026-11-02'))).toBeUndefined();
    const later = brief('2026-12-01', { difference: 'made' });
    expect(lastRecordOf([october, later], day('2026-10-05'))).toMatchObject({ difference: 'none' });
  });

  it('[FACT10] after a brief check-in the voice is missing only twice running', () => {
    const voice = (...records: readonly Told[]) => last(...records)?.childVoice;
    expect(voice(inDepth('2026-10-05'), brief('2026-11-02'))).toBeUndefined();
    expect(voice(inDepth('2026-10-05'), brief('2026-11-02'), brief('2026-12-01'))).toBe('empty');
    expect(voice(brief('2026-11-02'))).toBeUndefined();
    const blank = { fields: { childVoice: ' ' } };
    expect(voice(inDepth('2026-10-05', {}, blank), brief('2026-11-02'))).toBe('empty');
    expect(voice(inDepth('2026-10-05'), inDepth('2026-11-02', {}, blank))).toBe('empty');
    expect(
      voice(brief('2026-10-05'), brief('2026-11-02', {}, { fields: { childVoice: 'x' } })),
    ).toBe('recorded');
  });
});

describe('risk, waiting, scale', () => {
  it('[FACT11] higher stands until a later one says otherwise', () => {
    const raised = brief('2026-10-05', { riskLevel: 'higher' });
    expect(recordedRisk([raised])).toEqual({ on: '2026-10-05', isRecorded: true });
    expect(recordedRisk([brief('2026-11-02'), raised])).toMatchObject({ on: '2026-10-05' });
    for (const riskLevel of ['same', 'lower'])
      expect(recordedRisk([raised, brief('2026-11-02', { riskLevel })])).toBeUndefined();
    expect(recordedRisk([raised, inDepth('2026-11-02')])).toBeUndefined();
    expect(recordedRisk([])).toBeUndefined();
  });

  it('[FACT9] who is waited for, and the figure of one record', () => {
    const waiting = brief('2026-10-05', {}, { fields: { waitingFor: ' CAMHS ' } });
    expect(waitingFor([waiting, brief('2026-11-02')])).toBe('CAMHS');
    expect(waitingFor([waiting, inDepth('2026-11-02')])).toBeUndefined();
    expect(waitingFor([brief('2026-10-05', {}, { fields: { waitingFor: ' ' } })])).toBeUndefined();
    expect(scaleOf(inDepth('2026-10-05', { scaling: '0' }))).toBe(0);
    expect(scaleOf(inDepth('2026-10-05', { scaling: '10' }))).toBe(10);
    expect(scaleOf(inDepth('2026-10-05'))).toBeUndefined();
  });
});

describe('the three vulnerabilities', () => {
  it('[FACT12] each as it was last said, a later discussion that says nothing taking none back', () => {
    const said = inDepth('2026-06-01', { domesticAbuse: 'present', mentalHealth: 'present' });
    expect(trioPresentOf([said, inDepth('2026-10-05'), brief('2026-11-02')])).toEqual([
      'domestic abuse',
      'mental health',
    ]);
    for (const answer of ['past', 'no', 'unknown']) {
      const later = inDepth('2026-10-05', { domesticAbuse: answer });
      expect(trioPresentOf([later, said])).toEqual(['mental health']);
    }
  });

  it('[FACT12] in a group too', () => {
    const group = { trio: { substanceMisuse: 'present', mentalHealth: '' } } as never;
    const mental = inDepth('2026-06-01', { mentalHealth: 'present' });
    expect(trioPresentOf([mental, inDepth('2026-10-05', {}, { context: 'group', group })])).toEqual(
      ['substance misuse', 'mental health'],
    );
  });
});

describe('plan and assessment', () => {
  const facts = (over = {}) => aChild({ facts: over }).facts;
  const checked = (answer: string) =>
    inDepth('2026-10-05', { planInPlace: answer, assessmentCurrent: answer });

  it('[FACT13] somebody’s answer, and nothing where there is none', () => {
    expect(checkedFacts([checked('no')], facts())).toEqual({
      planUpToDate: false,
      assessmentUpToDate: false,
    });
    expect(checkedFacts([checked('yes')], facts())).toEqual({
      planUpToDate: true,
      assessmentUpToDate: true,
    });
    for (const records of [[checked('na')], []])
      expect(Object.values(checkedFacts(records, facts()))).toEqual([undefined, undefined]);
  });

  it('[FACT13] until a later answer, or a later day in the council’s data', () => {
    expect(checkedFacts([checked('no'), inDepth('2026-11-02')], facts()).planUpToDate).toBe(false);
    const yes = inDepth('2026-11-02', { planInPlace: 'yes' });
    expect(checkedFacts([checked('no'), yes], facts())).toEqual({
      planUpToDate: true,
      assessmentUpToDate: false,
    });
    const held = (planOn: string) => checkedFacts([checked('no')], facts({ planOn }));
    expect(held('2026-10-06')).toEqual({ planUpToDate: undefined, assessmentUpToDate: false });
    expect(held('2026-10-05').planUpToDate).toBe(false);
    const assessed = checkedFacts([checked('no')], facts({ assessmentOn: '2026-12-01' }));
    expect(assessed).toEqual({ planUpToDate: false, assessmentUpToDate: undefined });
  });
});
