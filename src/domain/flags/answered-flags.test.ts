import { expect, it } from 'vitest';
import { day } from '../../../test/due-builders.ts';
import { today, wordsOf } from '../../../test/flag-builders.ts';
import type { CaseFacts, LastRecordFacts } from './case-facts.ts';

const on = day('2026-11-02'); // the day of the last discussion

it('[FLAG13] RISK_UP: what a discussion recorded counts on its own day, and after brief ones', () => {
  const risk = (riskRaised: CaseFacts['riskRaised']) => wordsOf('RISK_UP', { riskRaised });
  expect(risk({ on, isRecorded: true })).toBe('Risk recorded as higher on 2 November 2026.');
  expect(risk({ on: day('2026-10-05'), isRecorded: true })).toBe(
    'Risk recorded as higher on 5 October 2026.',
  );
  expect(risk({ on })).toBeUndefined();
  expect(risk({ on: day(today) })).toBeDefined();
});

it('[FLAG14, FLAG15] the day in the words is that of the record that says it', () => {
  const last = (over: Omit<LastRecordFacts, 'on'>) => ({ lastRecord: { on, ...over } });
  const earlier = day('2026-10-05');
  const dynamics = { dynamics: ['dangerous', 'resistance'], dynamicsOn: earlier } as const;
  expect(wordsOf('DANGEROUS_DYNAMICS', last(dynamics))).toBe(
    'Difficult or dangerous dynamics named 5 October 2026.',
  );
  expect(wordsOf('COMPLIANCE', last(dynamics))).toContain('(noted 5 October 2026)');
  expect(wordsOf('DRIFT', last({ driftDelay: 'some', driftNotedOn: earlier }))).toBe(
    'Possible drift: some delay noted 5 October 2026.',
  );
});
