import { expect, it } from 'vitest';
import { bracknell, islington, swindon } from '../../../test/builders.ts';
import { schoolSupervision } from './school-supervision.ts';

const asked = (over: Partial<Parameters<typeof schoolSupervision>[0]> = {}) =>
  schoolSupervision({
    profile: bracknell,
    workSetting: 'school',
    officer: 'Jo Field',
    supervisor: 'Jo Field',
    ...over,
  });

it('[STAFF3] in a school the named officer supervises, where the policy says so', () => {
  expect(asked()).toEqual({
    rule: 'In a school supervision should be carried out by the named senior designated officer (Bracknell Forest, no date in its text, 003:57).',
    prompt: undefined,
  });
  expect(asked({ workSetting: 'socialCare' })).toBeUndefined();
  for (const profile of [swindon, islington]) expect(asked({ profile })).toBeUndefined();
});

it('[STAFF3] a prompt where nobody is named, and where somebody else supervises', () => {
  expect(asked({ officer: ' ' })?.prompt).toBe(
    'Nobody is named as that officer yet. Enter the named senior designated officer in Settings.',
  );
  expect(asked({ supervisor: 'Sam Lee' })?.prompt).toBe(
    'Jo Field is the named officer, and the supervisor here is Sam Lee.',
  );
  expect(asked({ officer: ' jo  FIELD ' })?.prompt).toBeUndefined();
});

it('[STAFF3] a policy that must have it says must, and its own words for who it is', () => {
  const schools = { supervisor: 'head of safeguarding', strength: 'must' as const };
  expect(asked({ profile: { ...bracknell, schools } })?.rule).toBe(
    'In a school supervision must be carried out by the head of safeguarding.',
  );
});
