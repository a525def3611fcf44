import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { aDiscussion, aPart, aSession, readyBrief, readyInDepth } from '../../../test/builders.ts';
import { accountFor, dueOnOf, recordsOfDiscussion } from './end-session.ts';
import { discussedOn, sessionDate } from './session-days.ts';

describe('accounting for every child', () => {
  const refs = ['brief', 'deep', 'not', 'begun', 'untouched', 'noDepth', 'final', 'nowhere'];
  const parts = [
    readyBrief({ childRef: 'brief' }),
    readyInDepth({ childRef: 'deep' }),
    aPart({
      childRef: 'not',
      account: 'notDiscussed',
      notDiscussedReason: 'timeRanOut',
      accountedAt: '2026-11-20T10:30:00.000Z',
    }),
    aPart({ childRef: 'begun', depth: 'inDepth', worries: 'Much was typed' }),
    aPart({ childRef: 'untouched' }),
    aPart({ childRef: 'noDepth', account: 'discussed' }),
    readyBrief({ childRef: 'final', childRecordId: 'r1' }),
  ];
  const { accounts, leftOut } = accountFor(aSession({ childRefs: refs }), [
    aDiscussion({ children: parts }),
  ]);

  it('[SESS3] each child once, in the agenda’s order, with its outcome', () => {
    expect(accounts.map(({ childRef, outcome }) => [childRef, outcome])).toEqual([
      ['brief', 'brief'],
      ['deep', 'inDepth'],
      ['not', 'notDiscussed'],
      ['begun', 'leftOut'],
      ['untouched', 'leftOut'],
      ['noDepth', 'leftOut'], // brief or in depth is part of saying that it was discussed
      ['final', 'brief'],
      ['nowhere', 'leftOut'],
    ]);
    expect(leftOut).toEqual(['begun', 'untouched', 'noDepth', 'nowhere']);
  });

  it('[SESS3] a reason is kept, and makes nobody discussed', () => {
    expect(accounts[2]).toEqual({
      childRef: 'not',
      outcome: 'notDiscussed',
      reason: 'timeRanOut',
      discussedOn: '',
    });
    expect(accounts[0]).toMatchObject({ reason: '', discussedOn: '2026-11-20' });
    expect(accounts[3]).toMatchObject({ outcome: 'leftOut', reason: '', discussedOn: '' });
  });

  it('[SESS3] whatever the inputs, each child of agenda and discussions is listed exactly once', () => {
    const aRef = fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5');
    const part = fc.record({
      childRef: aRef,
      depth: fc.constantFrom('', 'brief', 'inDepth'),
      account: fc.constantFrom('', 'discussed', 'notDiscussed'),
      accountedAt: fc.constantFrom('', '2026-11-20T10:00:00.000Z'),
      childRecordId: fc.constantFrom('', 'r'),
      worries: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(fc.array(aRef), fc.array(fc.array(part)), (childRefs, families) => {
        const discussions = families.map((children) =>
          aDiscussion({ children: children.map((each) => aPart(each)) }),
        );
        const held = accountFor(aSession({ childRefs }), discussions);
        const named = held.accounts.map(({ childRef }) => childRef);
        const all = [...childRefs, ...families.flat().map(({ childRef }) => childRef)];
        expect(new Set(named).size).toBe(named.length);
        expect(new Set<string>(named)).toEqual(new Set(all));
        expect(held.leftOut).toEqual(
          held.accounts.filter((each) => each.outcome === 'leftOut').map((each) => each.childRef),
        );
        for (const each of families.flat()) {
          if (each.account !== 'discussed' || each.depth === '') continue;
          expect(held.leftOut).not.toContain(each.childRef);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the clocks', () => {
  it('[SESS4] a child’s is the London day at which it was discussed', () => {
    expect(discussedOn(readyBrief({ accountedAt: '2026-07-20T23:30:00.000Z' }))).toBe('2026-07-21');
    expect(discussedOn(readyBrief({ accountedAt: '' }))).toBe('');
  });

  it('[SESS4] a child passed over with a reason has no such day, nor one taken back', () => {
    const accountedAt = '2026-11-20T10:00:00.000Z';
    expect(discussedOn(aPart({ account: 'notDiscussed', accountedAt }))).toBe('');
    expect(discussedOn(aPart({ account: '', accountedAt }))).toBe('');
  });

  it('[SESS4] the worker’s is the last sitting', () => {
    const sittings = [
      { startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T11:00:00.000Z' },
      { startedAt: '2026-11-24T10:00:00.000Z', endedAt: '' },
    ];
    expect(sessionDate(aSession({ sittings }))).toBe('2026-11-24');
    expect(sessionDate(aSession({ sittings: [] }))).toBeUndefined();
  });
});

describe('what was agreed becomes records of the child', () => {
  const part = readyInDepth({
    settled: [
      { id: 'e1', actionId: 'a1', outcome: 'carried', reason: 'School was shut' },
      { id: 'e2', actionId: 'a2', outcome: '' },
    ],
    decisions: [
      { id: 'x1', text: 'Step down', rationale: 'Plan met', significance: 'significant' },
      { id: 'x2', text: ' ', rationale: '' },
    ],
    actions: [
      { id: 'y1', what: 'Visit', owner: 'Priya', byWhen: '2 weeks' },
      { id: 'y2', what: '', owner: ' ', byWhen: '' },
      { id: 'y3', what: 'Half a', owner: '', byWhen: '' },
    ],
  });
  const at = '2026-11-24T15:00:00.000Z';
  const records = recordsOfDiscussion(aDiscussion(), part, at, 'me');

  it('[SESS5] under the draft’s own ids, each with its child, session and discussion', () => {
    const from = { childRef: 'C1', sessionId: 's1' };
    expect(records.actions).toEqual([
      expect.objectContaining({
        ...from,
        discussionId: 'd1',
        id: 'y1',
        createdAt: at,
        createdBy: 'me',
      }),
      expect.objectContaining({ ...from, id: 'y3', what: 'Half a', dueOn: '' }),
    ]);
    expect(records.events).toEqual([
      {
        id: 'e1',
        actionId: 'a1',
        ...from,
        outcome: 'carried',
        reason: 'School was shut',
        on: '2026-11-20',
        at,
        by: 'me',
      },
    ]);
    expect(records.decisions).toEqual([
      expect.objectContaining({ ...from, id: 'x1', significance: 'significant', withdrawn: false }),
    ]);
  });

  it('[SESS5] “by when” counts from the day of the discussion, not of the session’s end', () => {
    expect(records.actions[0]).toMatchObject({ agreedOn: '2026-11-20', dueOn: '2026-12-04' });
    expect(records.decisions[0]).toMatchObject({ decidedAt: '2026-11-20T10:00:00.000Z' });
    expect(dueOnOf('when the court has sat', toCalendarDate('2026-11-20'))).toBe('');
    expect(dueOnOf('', toCalendarDate('2026-11-20'))).toBe('');
  });

  it('[SESS5] a child that was not marked as discussed keeps what was agreed all the same', () => {
    const open = recordsOfDiscussion(
      aDiscussion(),
      { ...part, account: '', accountedAt: '' },
      at,
      'me',
    );
    expect(open.actions[0]).toMatchObject({ agreedOn: '2026-11-24', dueOn: '2026-12-08' });
  });

  it('[SESS5] doing it twice, or later, changes no id and no date of the discussion', () => {
    const text = fc.constantFrom('', ' ', 'a', '2 weeks', '27/11/2026');
    const id = fc.uuid();
    const lists = fc.record({
      actions: fc.array(fc.record({ id, what: text, owner: text, byWhen: text })),
      decisions: fc.array(fc.record({ id, text, rationale: text })),
      settled: fc.array(
        fc.record({
          id,
          actionId: id,
          outcome: fc.constantFrom('', 'done', 'carried'),
          reason: text,
        }),
      ),
    });
    const later = '2026-12-24T15:00:00.000Z';
    fc.assert(
      fc.property(lists, (typed) => {
        const own = readyBrief(typed);
        const once = recordsOfDiscussion(aDiscussion(), own, at, 'me');
        expect(recordsOfDiscussion(aDiscussion(), own, at, 'me')).toEqual(once);
        const again = recordsOfDiscussion(aDiscussion(), own, later, 'me');
        const undated = (records: typeof once) => ({
          actions: records.actions.map(({ createdAt, ...rest }) => rest),
          events: records.events.map(({ at: _, ...rest }) => rest),
          decisions: records.decisions,
        });
        expect(undated(again)).toEqual(undated(once));
      }),
      { numRuns: 100 },
    );
  });
});
