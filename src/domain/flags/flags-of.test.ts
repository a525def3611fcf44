import { afterEach, expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { childDue, day, event, islington, swindon } from '../../../test/due-builders.ts';
import { flagged, known, today } from '../../../test/flag-builders.ts';
import { type CaseFacts, nothingKnown } from './case-facts.ts';
import { flagCodes } from './flag.ts';
import { pointsOf } from './flag-points.ts';
import { flagsOf } from './flags-of.ts';
import { defaultPoints } from './scored-flags.ts';

const late = childDue(swindon, today, { events: [event('formal', '2026-10-01')] });

/** A child with every flag that one child can have. */
const everything: CaseFacts = {
  ...known,
  lastInDepthOn: day('2026-01-05'),
  allocatedOn: day('2026-10-01'),
  discussionDue: late.outcome === 'due' ? { ...late, firstFullBy: day('2026-10-29') } : late,
  oversightDue: late,
  multiTeamDue: late,
  decisions: [
    {
      on: day('2026-11-09'),
      text: 'Move school',
      significance: 'urgent',
      changesDirection: true,
      revisit: 'pending',
    },
  ],
  actions: [1, 2].map(() => ({
    what: 'Visit',
    owner: 'Jo',
    carried: 2,
    dueOn: day('2026-11-01'),
    immediateSafeguarding: true,
  })),
  worryRank: 1,
  requestedBy: ['Jo Bell'],
  strongImpact: true,
  statusCodes: ['CP', 'PLO'],
  statusChanges: [{ on: day('2026-11-09'), to: 'CP' }],
  riskRaised: { on: day('2026-11-09') },
  higherRiskEarlyHelp: true,
  council: {
    lastSeenOn: day('2026-10-01'),
    lastSeenAloneOn: day('2026-10-01'),
    planUpToDate: false,
    assessmentUpToDate: false,
    nextReviewOn: day('2026-11-01'),
    inCareSince: day('2026-01-01'),
    permanence: 'none',
  },
  lastRecord: {
    on: day('2026-11-02'),
    childVoice: 'empty',
    difference: 'none',
    driftDelay: 'some',
    dynamics: ['resistance', 'dangerous'],
    openHypotheses: 2,
    threshold: 'close',
  },
  waitingFor: 'CAMHS',
  gaps: [{ what: 'absence', from: day('2026-11-03'), to: day('2026-11-18'), workingDays: 12 }],
  trioPresent: ['domestic abuse', 'mental health'],
  extraTime: ['interpreter'],
};
const all = (more = {}) =>
  flagsOf({ facts: everything, profile: swindon, today: day(today), ...more });

it('[FLAG1] one flag a code, in the order of the table, on the working file', () => {
  // A brother or sister is another case's matter; the others exclude each other.
  const others = ['DUE_NEXT', 'SIBLING', 'NO_DATE'];
  const codes = all().map(({ code }) => code);
  expect(codes).toEqual(flagCodes.filter((code) => !others.includes(code)));
  for (const { file, tier, points, code } of all()) {
    expect(file).toBe('working');
    expect(points > 0, code).toBe(tier === 'scored');
  }
  expect(new Set(flagCodes).size).toBe(38);
});

it('[FLAG2] of a child of whom nothing is known there is nothing but that no date is held', () => {
  const flags = flagsOf({ facts: nothingKnown, profile: swindon, today: day(today) });
  expect(flags.map(({ code }) => code)).toEqual(['NO_DATE']);
  const { word, council, ...rest } = nothingKnown;
  expect([word, council]).toEqual(['child', {}]);
  for (const [name, value] of Object.entries(rest)) expect(value, name).toHaveLength(0);
});

it('[FLAG3] a profile’s own points; one that cannot be read spoils no other', () => {
  const withPoints = (flagPoints: unknown) => ({ ...swindon, flagPoints }) as PolicyProfile;
  const profile = withPoints({
    CP: 80,
    RISK_UP: -1,
    NO_PLAN: 1.5,
    TRIO: '9',
    DRIFT: 201,
    EH_HIGH: 0,
  });
  expect(pointsOf(profile, 'CP')).toBe(80);
  expect(pointsOf(profile, 'EH_HIGH')).toBe(0);
  for (const code of ['RISK_UP', 'NO_PLAN', 'TRIO', 'DRIFT', 'NOT_SEEN'] as const)
    expect(pointsOf(profile, code), code).toBe(defaultPoints[code]);
  for (const broken of [undefined, null, 'CP', 7, ['CP']])
    expect(pointsOf(withPoints(broken), 'CP')).toBe(30);
  expect(flagged({ statusCodes: ['CP'] }, { profile })).toMatchObject([{ code: 'CP', points: 80 }]);
});

it('[FLAG3] no sentence has the points in it', () => {
  const odd = Object.fromEntries(Object.keys(defaultPoints).map((code) => [code, 193]));
  const profile = { ...swindon, flagPoints: odd } as PolicyProfile;
  const flags = all({ profile });
  expect(flags.some(({ points }) => points === 193)).toBe(true);
  expect(flags.map(({ words }) => words)).toEqual(all().map(({ words }) => words));
  for (const { words } of flags) expect(words).not.toMatch(/193|point|score/i);
});

it('[FLAG1] each flag has a whole sentence and the lines it comes from', () => {
  for (const { words, src, code } of [...all(), ...all({ profile: islington })]) {
    expect(words, code).toMatch(/^[A-Z].*[.?]$/);
    expect(words, code).not.toMatch(/undefined|\{|\}/);
    expect(src, code).toMatch(/^00[0-4]:\d/);
  }
});

it('[FLAG1, FLAG24] the lines that each flag comes from are those of the table', () => {
  const sources = all().map(({ code, src }) => `${code} ${src}`);
  expect(sources).toEqual([
    'URGENT 001:93-94',
    'INFORMAL_PENDING 001:104; 003:55',
    'DIRECTION_CHANGE 001:104',
    'PRACT_WORRY 004:40',
    'REQUESTED 001:91; 000:167',
    'CHILD_OVERDUE 000:113-126',
    'FIRST_FULL 000:120',
    'IMMEDIATE_ACTION 003:121,214',
    'RISK_UP 000:113',
    'STATUS_CHANGE 003:272',
    'COURT_PLO 000:122',
    'CP 000:122',
    'NOT_SEEN 001:91; 000:29',
    'NOT_SEEN_ALONE 000:29',
    'NO_PLAN 000:32; 001:91',
    'NO_ASSESS 000:32',
    'REVIEW_LATE 001:91; 000:34',
    'NO_DIFFERENCE 000:63',
    'DRIFT 000:46; 003:42',
    'ACTION_CARRIED 001:93; 003:256',
    'VOICE_MISSING 000:30,159; 004:32',
    'COMPLIANCE 001:29; 000:251',
    'DANGEROUS_DYNAMICS 000:215',
    'COMPLEX 001:94',
    'EMOTION 000:48-50; 003:78',
    'STUCK 002:33',
    'LEAVE_GAP 001:87',
    'OVERSIGHT_MISSED 000:33',
    'KIT_MISSED 000:128',
    'TRIO 000:257',
    'EH_HIGH 000:118',
    'PERMANENCE 000:123',
    'STEP_DOWN 000:219',
    'CONTEXT_TIME 002:23',
    'ROTATION_DUE 004:40',
  ]);
});

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

it('[FLAG25] the same flags, to the letter, on a device in Samoa or Los Angeles', () => {
  const offsets = new Set<number>();
  const seen = ['Europe/London', 'Pacific/Apia', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date('2026-11-20T12:00:00Z').getTimezoneOffset());
    return JSON.stringify(all());
  });
  expect(offsets.size, 'the time zone must really have changed').toBe(3);
  expect(new Set(seen).size).toBe(1);
});
