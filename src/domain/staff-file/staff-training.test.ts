import { expect, it } from 'vitest';
import { Staff } from '#domain/records/staff.ts';
import { bracknell, islington, swindon } from '../../../test/builders.ts';
import {
  qualificationWords,
  trainingAsked,
  trainingsInOrder,
  trainingWords,
} from './staff-training.ts';

const aPerson = (over: object = {}) => Staff.parse({ ref: 'S1', ...over });
const training = (what: string, on = '') => ({ id: what, what, on });

it('[STAFF1] what somebody was trained in and when, or that nothing is recorded', () => {
  expect(trainingWords(aPerson().trainings)).toBe('No training recorded');
  const motivational = training('Motivational Interviewing', '2026-03-03');
  expect(trainingWords([motivational])).toBe('Motivational Interviewing on 3 March 2026');
  expect(trainingWords([training('Supervision'), motivational])).toBe(
    'Motivational Interviewing on 3 March 2026; Supervision, no date held',
  );
  const inOrder = trainingsInOrder([training('a', '2025-01-01'), training('b', '2026-01-01')]);
  expect(inOrder.map(({ what }) => what)).toEqual(['b', 'a']);
});

it('[STAFF1] the qualification as it was typed, or that none is recorded', () => {
  expect(qualificationWords(aPerson().qualification)).toBe('No qualification recorded');
  expect(qualificationWords(' Social worker,  registered ')).toBe(' Social worker,  registered ');
});

it('[STAFF2] what the policy says of those who supervise, where it does', () => {
  expect(trainingAsked(bracknell)).toBe(
    'Those who supervise need to be suitably trained, and supervised themselves (Bracknell Forest, no date in its text, 003:173).',
  );
  for (const profile of [swindon, islington]) expect(trainingAsked(profile)).toBeUndefined();
});
