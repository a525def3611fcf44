import { describe, expect, it } from 'vitest';
import { aChild } from '../../../test/builders.ts';
import { childDue, day, due, event, islington, swindon } from '../../../test/due-builders.ts';
import { isEarlyHelp, isHigherRiskOn, latestStatusChange } from './higher-risk.ts';
import { correctedChild } from './list-changes.ts';

const change = (on: string, reason = 'Allocated as higher risk') => ({
  ...{ by: 'me', at: `${on}T10:00:00.000Z`, on: day(on), reason },
});
const earlyHelp = aChild({ status: 'EH' });
const raised = correctedChild(earlyHelp, { higherRiskEarlyHelp: 'yes' }, change('2026-10-05'));
const lowered = correctedChild(
  raised,
  { higherRiskEarlyHelp: '' },
  change('2026-11-02', 'Settled'),
);

describe('early help at higher risk', () => {
  it('[HIGHRISK1] from the day it was said, with who said it and why', () => {
    expect(isHigherRiskOn(earlyHelp, day('2026-10-05'))).toBe(false);
    expect(isHigherRiskOn(raised, day('2026-10-04'))).toBe(false);
    expect(isHigherRiskOn(raised, day('2026-10-05'))).toBe(true);
    expect(isHigherRiskOn(lowered, day('2026-11-01'))).toBe(true);
    expect(isHigherRiskOn(lowered, day('2026-11-02'))).toBe(false);
    expect(raised.history.at(-1)).toMatchObject({ reason: 'Allocated as higher risk', to: 'yes' });
    const typed = aChild({ status: 'EH', higherRiskEarlyHelp: 'perhaps' });
    expect(isHigherRiskOn(typed, day('2026-10-05'))).toBe(false);
  });

  it('[HIGHRISK2] is a change of its own, and a change of status goes on being one', () => {
    expect(latestStatusChange(earlyHelp)).toBeUndefined();
    expect(latestStatusChange(raised)).toEqual({
      on: '2026-10-05',
      from: { cohorts: ['EH'], higherRisk: false },
    });
    expect(latestStatusChange(lowered)?.from.higherRisk).toBe(true);
    const moved = correctedChild(raised, { status: 'CIN' }, change('2026-11-09'));
    expect(latestStatusChange(moved)).toEqual({ on: '2026-11-09', from: { cohorts: ['EH'] } });
    const known = correctedChild(aChild({ status: '' }), { status: 'EH' }, change('2026-11-09'));
    expect(latestStatusChange(known)).toBeUndefined();
    const named = correctedChild(raised, { name: 'Ben' }, change('2026-12-01'));
    expect(latestStatusChange(named)?.on).toBe('2026-10-05');
  });

  it('[HIGHRISK2] so nobody is late on the very day it is said', () => {
    const asked = (child: object) =>
      due(childDue(swindon, '2026-10-05', { child, events: [event('formal', '2026-08-03')] }));
    const child = { cohorts: ['EH'], higherRisk: true };
    expect(asked(child)).toMatchObject({ dueOn: '2026-09-03' });
    const withChange = asked({ ...child, changed: latestStatusChange(raised) });
    expect(withChange.dueOn > '2026-10-05').toBe(true);
  });

  it('[FACT15] is of early help, under whichever council', () => {
    expect(isEarlyHelp(earlyHelp, swindon)).toBe(true);
    expect(isEarlyHelp(earlyHelp, islington)).toBe(true);
    expect(isEarlyHelp(aChild({ status: 'EHA' }), islington)).toBe(true);
    expect(isEarlyHelp(aChild({ status: 'CIN' }), swindon)).toBe(false);
    const also = aChild({ status: 'CIN', statuses: [{ code: 'EH', words: 'Early help' }] });
    expect(isEarlyHelp(also, swindon)).toBe(true);
  });
});
