import type { ObservationQuestion } from '#domain/observations/finalise-observation.ts';
import { Observation } from '#domain/records/observation.ts';
import { swindon, thatMorning } from './builders.ts';

type Loose<T> = { [K in keyof T]?: unknown };

const seen = (evidence: string, tag = '') => ({ evidence, tag });

/** A home visit of that morning, with all that a live supervision needs. */
export const liveSupervisionTyped = {
  observer: 'Sam Lee',
  on: '20 November 2026',
  time: '9:30am',
  activity: 'homeVisit',
  purpose: 'A statutory visit.',
  plan: 'Speak with each alone; watch how worries are said.',
  consent: 'yes',
  consentHow: 'By phone the day before.',
  areas: {
    communication: seen('Said who I was at the door.', 'strength'),
    childVoice: seen('Played first, then asked.', 'strength'),
    authority: seen('The concern came last.', 'development'),
  },
  wentWell: 'Warm and honest.',
  challenging: 'Time ran short.',
  reflection: 'I would say the worry first.',
  learning: 'Begin with why we are there.',
  actions: [{ id: 'a1', what: 'Practise an opening', owner: 'Priya', byWhen: '2 weeks' }],
  summary: 'Good work, clear next step.',
} as const;

export const anObservation = (over: Loose<Observation> = {}): Observation =>
  Observation.parse({
    id: 'o1',
    kind: 'liveSupervision',
    superviseeRef: 'S1',
    createdAt: thatMorning,
    createdBy: 'me',
    ...liveSupervisionTyped,
    ...over,
  });

/** Supervision by a manager that was watched that morning, with all that it needs. */
export const supervisionObservedTyped = {
  kind: 'observationOfSupervision',
  observer: 'Sam Lee',
  on: '20 November 2026',
  areas: {
    setting: seen('A quiet room.', 'strength'),
    agenda: seen('Both had items.'),
    functions: seen('Support had the last five minutes.', 'development'),
  },
  feedback: 'Open with how they are.',
  noActions: true,
} as const;

/** Asked at noon on the day of the tests, under the policy that asks for both. */
export const anObservationQuestion = (
  over: Partial<ObservationQuestion> = {},
): ObservationQuestion => ({
  observation: anObservation(),
  at: '2026-11-20T12:00:00.000Z',
  by: 'Sam Lee',
  supervisee: 'Priya Shah',
  profile: swindon,
  nextDue: 'Due by 20 November 2027',
  synthetic: false,
  ...over,
});
