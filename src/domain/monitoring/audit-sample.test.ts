import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOn, bracknell, day, due, islington, swindon } from '../../../test/due-builders.ts';
import { auditDue, auditSample } from './audit-sample.ts';

const records = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `r${i}` }));
const draw = (over: Partial<Parameters<typeof auditSample>[0]> = {}) =>
  auditSample({ records: records(20), size: 4, seed: 'November 2026', ...over });

describe('the sample', () => {
  it('[AUDIT1] the same seed and the same records give the same sample, and say how', () => {
    // Written down once: another way of drawing would give another sample of a month that is over.
    expect(draw()).toEqual({
      seed: 'November 2026',
      size: 4,
      of: 20,
      drawn: ['r9', 'r8', 'r11', 'r6'],
    });
  });

  it('[AUDIT1] whatever the order the records come in, and another seed gives another one', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(records(20), { minLength: 20 }), (shuffled) => {
        expect(draw({ records: shuffled })).toEqual(draw());
      }),
    );
    const seeds = Array.from({ length: 30 }, (_, i) => draw({ seed: `${i}` }).drawn.join());
    expect(new Set(seeds).size).toBe(30);
  });

  it('[AUDIT2] each record at most once, as many as were asked for, and all where there are fewer', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.string(), (count, size, seed) => {
        const { drawn, of } = auditSample({ records: records(count), size, seed });
        expect(drawn).toHaveLength(Math.min(count, size));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(of).toBe(count);
      }),
    );
    expect(draw({ records: [{ id: 'a' }, { id: 'a' }] })).toMatchObject({ of: 1, drawn: ['a'] });
  });

  it('[AUDIT2] none is left out for good: over many seeds each is drawn about as often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      for (const id of draw({ seed: `${seed}` }).drawn) times.set(id, (times.get(id) ?? 0) + 1);
    }
    expect(times.size).toBe(20);
    // 2,000 draws of 4 in 20 are 400 each; four standard deviations are 72.
    for (const [id, count] of times) expect(Math.abs(count - 400), id).toBeLessThan(72);
  });
});

const asked = (kind: 'monitoring' | 'monthlyAudit' | 'thematicAudit', lastOn?: string) =>
  auditDue({
    ...askedOn(swindon, '2027-01-20'),
    kind,
    lastOn: lastOn === undefined ? undefined : day(lastOn),
    footprintStartedOn: day('2026-12-03'),
  });

describe('when an audit is due', () => {
  it('[AUDIT3] monthly: by the last day of the month after the last one', () => {
    expect(due(asked('monthlyAudit', '2026-12-04'))).toMatchObject({
      dueOn: '2027-01-31',
      rule: 'R-62',
      clause: '000:268',
      strength: 'must',
    });
    expect(due(asked('monthlyAudit', '2027-01-31')).dueOn).toBe('2027-02-28');
    // That the supervisor's form is monthly is our reading.
    expect(due(asked('monitoring', '2026-12-31'))).toMatchObject({
      dueOn: '2027-01-31',
      rule: 'R-42',
      clause: null,
    });
    expect(due(asked('monthlyAudit'))).toMatchObject({
      dueOn: '2027-01-31',
      status: 'no_date_held',
    });
  });

  it('[AUDIT4] one theme a year: twelve months after the last', () => {
    expect(due(asked('thematicAudit', '2026-01-19'))).toMatchObject({
      dueOn: '2027-01-19',
      status: 'overdue',
      words:
        'Due by 19 January 2027: audit of one theme every 12 months (Swindon, no date in its text, 000:266-268)',
    });
  });

  it('[AUDIT3, AUDIT4] a policy that asks for none has none due', () => {
    for (const profile of [islington, bracknell])
      for (const kind of ['monthlyAudit', 'thematicAudit'] as const)
        expect(
          auditDue({ ...askedOn(profile, '2027-01-20'), kind, lastOn: day('2026-01-19') }),
          profile.id,
        ).toMatchObject({ outcome: 'none' });
  });
});
