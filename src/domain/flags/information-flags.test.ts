import { expect, it } from 'vitest';
import { bracknell, childDue, day, islington, swindon } from '../../../test/due-builders.ts';
import { flag, flagged, today, wordsOf } from '../../../test/flag-builders.ts';
import { type CaseFacts, nothingKnown } from './case-facts.ts';
import { caseloadSignal } from './caseload-signal.ts';
import { type MovementRecord, sessionsWithoutMovement } from './no-movement.ts';
import { withSiblingFlags } from './sibling-flags.ts';
import { inDepthSince } from './since-last.ts';
import { flagSourceWords, flagsOfTier, forInformation, whyInDepth } from './why-in-depth.ts';

const noDates: Partial<CaseFacts> = { lastFormalOn: undefined, lastInDepthOn: undefined };

it('[FLAG9] NO_DATE: said, and nothing is overdue until the interval since the start has passed', () => {
  const started = day('2026-10-26');
  const asked = (on: string) =>
    flagged(
      {
        ...noDates,
        footprintStartedOn: started,
        discussionDue: childDue(swindon, on, { footprintStartedOn: started }),
      },
      { today: day(on) },
    ).map(({ code, tier, points, words }) => [code, tier, points, words]);
  const noDate = ['NO_DATE', 'information', 0, 'No date held in Footprint.'];
  expect(asked('2026-11-20')).toEqual([noDate]);
  expect(asked('2026-11-26')).toEqual([noDate]);
  expect(asked('2026-11-27')).toEqual([
    [
      'CHILD_OVERDUE',
      'always',
      0,
      'Discussion was due 26 November 2026; 1 day overdue (CIN, every month).',
    ],
    noDate,
  ]);
});

it('[FLAG9] not where a person said "never", nor for a child allocated after the start', () => {
  const none = (over: Partial<CaseFacts>) => wordsOf('NO_DATE', { ...noDates, ...over });
  expect(none({})).toBeDefined();
  expect(none({ neverDiscussed: true })).toBeUndefined();
  expect(none({ allocatedOn: day('2026-06-02') })).toBeUndefined();
  expect(none({ allocatedOn: day('2026-06-01') })).toBeDefined();
  expect(none({ lastFormalOn: day('2026-11-02') })).toBeUndefined();
});

it('[FLAG22] ROTATION_DUE: longer than six months, or never where a person said so', () => {
  const rotation = (over: Partial<CaseFacts>) => wordsOf('ROTATION_DUE', over);
  const tail = ': make space for this child’s experience.';
  expect(rotation({ lastInDepthOn: day('2026-05-19') })).toBe(
    `Not discussed in depth since 19 May 2026${tail}`,
  );
  expect(rotation({ lastInDepthOn: day('2026-05-20') })).toBeUndefined(); // six months to the day
  expect(rotation({ ...noDates, neverDiscussed: true })).toBe(`Never discussed in depth${tail}`);
  expect(rotation({ lastInDepthOn: undefined })).toBeUndefined(); // since 1 June, nothing is known
  expect(rotation({ lastInDepthOn: undefined, footprintStartedOn: day('2026-05-01') })).toBe(
    `No discussion in depth held since Footprint started on 1 May 2026${tail}`,
  );
  const moved = { footprintStartedOn: day('2026-01-05'), allocatedOn: day('2026-03-02') };
  expect(rotation({ lastInDepthOn: undefined, ...moved })).toBe(
    `Not discussed in depth since the allocation on 2 March 2026${tail}`,
  );
  const before = { footprintStartedOn: day('2026-05-01'), allocatedOn: day('2026-03-02') };
  expect(rotation({ lastInDepthOn: undefined, ...before })).toMatch(/started on 1 May 2026: make/);
  expect(rotation({ ...noDates, footprintStartedOn: undefined })).toBeUndefined();
  expect(rotation({ lastInDepthOn: day('2026-05-19'), word: 'unborn baby' })).toMatch(
    /this baby’s experience\.$/,
  );
  expect(
    flagged({ lastInDepthOn: day('2026-08-19') }, { rotationAfter: 'P3M' }).map(({ code }) => code),
  ).toEqual(['ROTATION_DUE']);
  const since = (over: Partial<CaseFacts>) => inDepthSince({ ...nothingKnown, ...over });
  expect(since({ neverDiscussed: true })).toEqual({ what: 'never' });
  expect(since({ lastInDepthOn: day('2026-05-19') })).toEqual({
    on: '2026-05-19',
    what: 'inDepth',
  });
  expect(since({})).toEqual({ what: 'unknown' });
});

it('[FLAG23] CONTEXT_TIME: information, worth no points and no reason for a depth', () => {
  const flags = flagged({ extraTime: ['interpreter', 'several agencies'] });
  expect(flags).toMatchObject([{ code: 'CONTEXT_TIME', tier: 'information', points: 0 }]);
  expect(forInformation(flags)).toEqual(['Allow extra time (interpreter and several agencies).']);
  expect(whyInDepth(flags)).toEqual([]);
  const both = flagged({
    extraTime: ['interpreter', 'travel', 'three schools'],
    statusCodes: ['CP'],
  });
  expect(forInformation(both)).toEqual([
    'Allow extra time (interpreter, travel and three schools).',
  ]);
  expect(wordsOf('CONTEXT_TIME', { extraTime: [] })).toBeUndefined();
});

it('[FLAG23] the caseload: from 15, above 20, in words about numbers and nobody', () => {
  expect([14, 15, 20, 21].map((count) => caseloadSignal(count)?.level)).toEqual([
    undefined,
    'amber',
    'amber',
    'high',
  ]);
  expect(caseloadSignal(15)?.words).toBe(
    '15 open cases: managers in a focus group named about 15 as a good number. For information only.',
  );
  expect(caseloadSignal(22)).toEqual({
    level: 'high',
    words:
      '22 open cases: managers in a focus group named more than 20 as a barrier to good ' +
      'supervision. For information only.',
    src: '002:19',
  });
});

it('[FLAG20] SIBLING: the brothers and sisters of a flagged child, by the family that is known', () => {
  const child = (ref: string, familyKey: string, ...flags: ReturnType<typeof flag>[]) => ({
    ref,
    label: `Child ${ref}`,
    familyKey,
    flags,
  });
  const cases = [
    child('A', 'f1', flag('URGENT')),
    child('B', 'f1', flag('ROTATION_DUE')),
    child('C', 'f1', flag('CP', 30)),
    child('D', '', flag('URGENT')),
    child('E', ''),
    child('F', 'f2', flag('NO_DATE')),
    child('G', 'f2'),
  ];
  const found = withSiblingFlags(cases);
  const sibling = (ref: string) =>
    found.find((each) => each.ref === ref)?.flags.find(({ code }) => code === 'SIBLING')?.words;
  const says = (name: string) =>
    `Brother/sister ${name} is flagged: consider each child’s experience.`;
  expect(sibling('A')).toBe(says('Child C'));
  expect(sibling('B')).toBe(`${says('Child A')} ${says('Child C')}`);
  expect(['D', 'E', 'F', 'G'].map(sibling)).toEqual([undefined, undefined, undefined, undefined]);
  expect(found[1]?.flags).toMatchObject([
    { code: 'SIBLING', tier: 'information', points: 0, src: '000:157', file: 'working' },
    { code: 'ROTATION_DUE' },
  ]);
  expect(withSiblingFlags(found)).toEqual(found);
});

it('[FLAG16] sessions without movement: the figure decides, and only without one the text', () => {
  const of = (...records: readonly (readonly [string, string | undefined, number | undefined])[]) =>
    sessionsWithoutMovement(
      records.map(([on, worries, scale]): MovementRecord => ({ on: day(on), worries, scale })),
    );
  const [sept, oct, nov] = ['2026-09-01', '2026-10-01', '2026-11-01'];
  expect(of([sept, 'Drinking', 4], [nov, 'Other', 4], [oct, 'Drinking ', 4])).toBe(3);
  expect(of([sept, 'Drinking', 3], [oct, 'Drinking', 4], [nov, 'Drinking', 4])).toBe(2);
  expect(
    of([sept, 'Drinking', undefined], [oct, ' Drinking', 4], [nov, 'Drinking', undefined]),
  ).toBe(3);
  expect(
    of([sept, 'Drinking', undefined], [oct, '', undefined], [nov, 'Drinking', undefined]),
  ).toBe(2);
  expect(of([sept, 'Drinking', undefined], [nov, 'School', undefined])).toBe(1);
  expect(of([sept, ' \n', undefined])).toBe(0); // says nothing of either
  // A figure alone tells as well, and does not stand for a text.
  expect(of([nov, undefined, 4], [sept, undefined, 3], [oct, undefined, 4])).toBe(2);
  expect(of([sept, 'Drinking', undefined], [nov, undefined, 4])).toBe(1);
  expect(of([sept, undefined, 4], [nov, 'Drinking', undefined])).toBe(1);
  expect(of()).toBe(0);
});

it('[FLAG24] why in depth: the sentences in the table’s order, and no line of context', () => {
  const flags = flagged({
    extraTime: ['interpreter'],
    statusCodes: ['CP'],
    requestedBy: ['Jo Bell'],
    lastInDepthOn: day('2026-01-05'),
  });
  expect(whyInDepth(flags)).toEqual([
    'In-depth discussion requested by Jo Bell.',
    'Subject to a child protection plan.',
    'Not discussed in depth since 5 January 2026: make space for this child’s experience.',
  ]);
  expect(whyInDepth(flags, 1)).toEqual(['In-depth discussion requested by Jo Bell.']);
  expect(flagsOfTier(flags, 'information').map(({ code }) => code)).toEqual([
    'CONTEXT_TIME',
    'ROTATION_DUE',
  ]);
});

it('[FLAG24] a line of the person’s own policy is cited; another’s is a suggestion', () => {
  const src = '001:91; 000:29';
  expect(flagSourceWords({ src }, islington)).toBe('Islington 2016, 001:91');
  expect(flagSourceWords({ src }, swindon)).toBe('Swindon, no date in its text, 000:29');
  expect(flagSourceWords({ src }, bracknell)).toBe(
    'our suggestion, from another council’s policy, 001:91',
  );
  expect(flagSourceWords({ src: '000:48; 003:78; 000:159' }, swindon)).toBe(
    'Swindon, no date in its text, 000:48; 000:159',
  );
  expect(flagSourceWords({ src: '002:33' }, swindon)).toBe(
    'our suggestion, from a managers’ focus group, 002:33',
  );
  expect(flagSourceWords({ src: null }, swindon)).toBe('our suggestion');
  expect(flagged({ ...noDates }, { today: day(today) })).toMatchObject([{ src: null }]);
});
