import { Monitoring, questionKeys } from '#domain/records/monitoring.ts';

/** Every question of part 2 answered: "yes", but for what is said otherwise. */
export const allAnswered = (over: object = {}) => ({
  ...Object.fromEntries(questionKeys.map((key) => [key, { answer: 'yes', comment: '' }])),
  ...over,
});

/** A form about November 2026 that has all it needs, completed on 4 December. */
export const aMonitoring = (over: object = {}): Monitoring =>
  Monitoring.parse({
    id: 'm1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    from: '2026-11',
    to: '2026-11',
    completedBy: 'Dana Cole',
    on: '4 December 2026',
    answers: allAnswered(),
    auditor: 'Dana Cole',
    createdAt: '2026-12-04T10:00:00.000Z',
    createdBy: 'me',
    ...over,
  });
