import { expect, it } from 'vitest';
import { aChild } from '../../../test/builders.ts';
import { allAnswered, aMonitoring } from '../../../test/monitoring-builders.ts';
import { textsNaming } from './names-in-monitoring.ts';

const children = [
  aChild({ name: 'Amina Khan', reference: 'CH-0001' }),
  aChild({ ref: 'C2', name: '', reference: 'CH-0002' }),
];

it('[MONITOR6] points out a name in any text of the form, and leaves references alone', () => {
  const form = aMonitoring({
    answers: allAnswered({ impact: { answer: 'no', comment: 'Amina’s plan; CH-0002 too.' } }),
    strengths: 'Seen with amina khan.',
    toDevelop: 'CH-0001 and CH-0002 waited.',
    actions: [{ id: 'a', what: 'Read Amina’s record', owner: 'Amina', byWhen: '' }],
    auditor: 'Amina Khan',
  });
  expect(textsNaming(form, children)).toEqual([
    'the comment about the difference the work makes',
    'strengths',
    'action 1',
  ]);
  expect(textsNaming(aMonitoring(), children)).toEqual([]);
});
