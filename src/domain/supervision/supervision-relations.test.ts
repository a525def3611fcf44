import { describe, expect, it } from 'vitest';
import { SupervisionRelation } from '#domain/records/staff.ts';
import {
  bracknell,
  day,
  held as heldOn,
  islington,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import { handedOn, otherSupervisor } from './other-supervisors.ts';
import { isSupervisedBy, kindOfMine } from './supervision-relations.ts';

const relation = (over: object): SupervisionRelation =>
  SupervisionRelation.parse({ id: 'r', supervisorRef: 'me', ...over });
const mine = ['me', 'also me'];
const today = day('2026-11-20');

describe('who supervises', () => {
  it('[SUPV1] whoever holds an entry does, where nothing is said; a colleague is supervised by nobody here', () => {
    expect(isSupervisedBy({}, mine, today)).toBe(true);
    expect(isSupervisedBy({ colleague: true }, mine, today)).toBe(false);
    expect(isSupervisedBy({ supervisedBy: [] }, mine, today)).toBe(false);
  });

  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-12-04', true],
    ['2026-12-05', false],
  ])('[SUPV1] from and to are both included: on %s %s', (on, expected) => {
    const supervisedBy = [relation({ from: '2026-11-20', to: '2026-12-04' })];
    expect(isSupervisedBy({ supervisedBy }, mine, day(on))).toBe(expected);
    expect(isSupervisedBy({ supervisedBy }, ['somebody'], day(on))).toBe(false);
  });

  it('[SUPV1] under each reference that I am known by, and with several parts in everything', () => {
    const supervisedBy = [
      relation({ kind: 'case' }),
      relation({ kind: 'personal', supervisorRef: 'also me' }),
    ];
    expect(kindOfMine({ supervisedBy }, ['me'], today)).toBe('case');
    expect(kindOfMine({ supervisedBy }, mine, today)).toBe('both');
  });

  it('[SUPV2] what is mine and who has the other part', () => {
    const kim = relation({ supervisorRef: 'kim', kind: 'personal' });
    const cover = relation({ supervisorRef: 'jo', kind: 'personal', coverFor: 'kim' });
    const supervisedBy = [relation({ kind: 'case' }), cover, kim];
    expect(kindOfMine({ supervisedBy }, mine, today)).toBe('case');
    expect(otherSupervisor({ supervisedBy }, mine, today)).toBe(kim);
    expect(otherSupervisor({}, mine, today)).toBeUndefined();
    expect(kindOfMine({}, mine, today)).toBe('both');
  });

  it('[SUPV1] one that was handed on ends when it is accepted, and not before', () => {
    const gone = relation({ to: '2026-11-20', fileId: 'f' });
    expect(handedOn({ supervisedBy: [gone] }, mine, today)).toBeUndefined();
    const accepted = { ...gone, acceptedAt: '2026-11-20T10:00:00Z' };
    expect(handedOn({ supervisedBy: [accepted] }, mine, today)).toBe(accepted);
    const back = relation({ from: '2026-11-20' });
    expect(handedOn({ supervisedBy: [accepted, back] }, mine, today)).toBeUndefined();
    expect(handedOn({}, mine, today)).toBeUndefined();
  });
});

describe('the clock of each part', () => {
  const sessions = [
    ...heldOn('2026-11-02').map((each) => ({ ...each, parts: ['case'] as const })),
    ...heldOn('2026-11-16').map((each) => ({ ...each, parts: ['personal'] as const })),
  ];
  const ask = (profile: typeof swindon, answersFor?: 'case' | 'personal') =>
    workerDue(profile, '2026-11-20', {
      worker: { startedOn: day('2026-01-05'), ...(answersFor ? { answersFor } : {}) },
      sessions,
    });

  it('[SUPV3] stands with its supervisor: the other one’s sessions do not meet it', () => {
    expect(ask(swindon)).toMatchObject({ parts: ['case'], dueOn: '2026-12-02' });
    expect(ask(swindon, 'case')).toMatchObject({ parts: ['case'], dueOn: '2026-12-02' });
    expect(ask(swindon, 'personal')).toMatchObject({ parts: ['personal'], dueOn: '2026-12-16' });
  });

  it('[SUPV3] also where the policy takes any session; where it asks for the other part alone there is none', () => {
    expect(ask(bracknell, 'personal')).toMatchObject({ parts: ['personal'] });
    expect(ask(islington, 'personal')).toEqual({
      outcome: 'none',
      why: 'The policy sets no date for personal supervision. The other supervisor has the date.',
    });
    expect(ask(islington, 'case')).toMatchObject({ parts: ['case'] });
  });
});
