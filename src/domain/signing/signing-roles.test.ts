import { describe, expect, it } from 'vitest';
import { maySign, type RecordToSign, roleToSign, roleWords } from './signing-roles.ts';

const may = { outcome: 'may' };
const mayNot = (why: RegExp) => ({ outcome: 'mayNot', why: expect.stringMatching(why) });

const session: RecordToSign = {
  kind: 'session',
  parties: { supervisor: ['sam'], practitioner: ['priya'] },
};

describe('who may sign', () => {
  it('[SIGN10] the supervisor signs what was talked through, by any reference, and nobody else', () => {
    expect(maySign(['new-sam', 'sam'], 'supervisor', session)).toEqual(may);
    expect(maySign(['priya'], 'supervisor', session)).toEqual(mayNot(/only the supervisor/));
    expect(maySign(['pat'], 'supervisor', session)).toEqual(mayNot(/only the supervisor/));
    // She agrees to it in an answer of her own.
    expect(maySign(['priya'], 'practitioner', session)).toEqual(mayNot(/not signed by the practi/));
  });

  it('[SIGN10] each side of an agreement signs for itself, and one person never for both', () => {
    const agreement: RecordToSign = { ...session, kind: 'agreement' };
    expect(maySign(['priya'], 'practitioner', agreement)).toEqual(may);
    expect(maySign(['sam'], 'practitioner', agreement)).toEqual(mayNot(/only the practitioner/));
    const both = { ...agreement, parties: { supervisor: ['sam'], practitioner: ['also-sam'] } };
    for (const role of ['supervisor', 'practitioner'] as const)
      expect(maySign(['sam', 'also-sam'], role, both)).toEqual(mayNot(/nobody signs as both/));
    const signed = [{ role: 'supervisor', signerRef: 'sam' }];
    const again = { ...agreement, parties: { practitioner: ['sam'] }, signed };
    expect(maySign(['sam'], 'practitioner', again)).toEqual(mayNot(/same person as supervisor/));
  });

  it('[SIGN10] a decision is signed by its maker, and by nobody for them', () => {
    const entry: RecordToSign = { kind: 'entry', parties: { decisionMaker: ['sam'] } };
    expect(maySign(['sam'], 'decisionMaker', entry)).toEqual(may);
    expect(maySign(['priya'], 'decisionMaker', entry)).toEqual(mayNot(/only the maker/));
    const ofAnother: RecordToSign = { kind: 'entry', parties: { decisionMaker: [] } };
    expect(roleToSign(['sam'], ofAnother)).toEqual(mayNot(/only the maker of the decision/));
  });

  it('[SIGN10] a midway check is signed by whoever noted it', () => {
    const check: RecordToSign = { kind: 'entry', parties: { author: ['sam'] } };
    expect(roleToSign(['sam'], check)).toEqual({ ...may, role: 'author' });
  });

  it('[SIGN10] the audit is signed by the auditor, and not by the supervisor who is audited', () => {
    const audit: RecordToSign = {
      kind: 'monitoring',
      parties: { auditor: ['pat'], supervisor: ['sam'] },
    };
    expect(roleToSign(['pat'], audit)).toEqual({ ...may, role: 'auditor' });
    expect(roleToSign(['sam'], audit)).toEqual(mayNot(/only the auditor/));
    const own = { ...audit, parties: { auditor: ['sam'], supervisor: ['sam'] } };
    expect(roleToSign(['sam'], own)).toEqual(mayNot(/audit of their own/));
  });

  it('[SIGN10] a supervisor signs the form they filled in themselves as its author', () => {
    const own: RecordToSign = { kind: 'ownMonitoring', parties: { author: ['sam'] } };
    expect(roleToSign(['sam'], own)).toEqual({ ...may, role: 'author' });
    expect(maySign(['sam'], 'auditor', own)).toEqual(mayNot(/not signed by the auditor/));
  });

  it.each([
    ['observation', 'practitioner'],
    ['supervisionObservation', 'supervisor'],
    ['supervisionObservation', 'practitioner'],
  ] as const)('[SIGN10] %s: the observer signs, and not the %s who was observed', (kind, who) => {
    const record: RecordToSign = { kind, parties: { observer: ['pat'], [who]: ['sam'] } };
    expect(roleToSign(['pat'], record)).toEqual({ ...may, role: 'observer' });
    expect(roleToSign(['sam'], record)).toEqual(mayNot(/only the observer/));
    const own = { ...record, parties: { observer: ['sam'], [who]: ['sam'] } };
    expect(roleToSign(['sam'], own)).toEqual(mayNot(/observed does not sign/));
  });

  it('[SIGN10] a group by its facilitator, a correction by whoever wrote it', () => {
    const group: RecordToSign = { kind: 'group', parties: { facilitator: ['sam'] } };
    expect(roleToSign(['sam'], group)).toEqual({ ...may, role: 'facilitator' });
    expect(roleToSign(['priya'], group)).toEqual(mayNot(/only the facilitator of the group/));
    const correction: RecordToSign = { kind: 'amendment', parties: { author: ['sam'] } };
    expect(roleToSign(['sam'], correction)).toEqual({ ...may, role: 'author' });
    expect(roleToSign(['pat'], correction)).toEqual(mayNot(/only the author/));
  });

  it('[SIGN11] a role that this version does not know is told as it is written', () => {
    expect(roleWords('decisionMaker')).toBe('maker of the decision');
    expect(roleWords('toString')).toBe('toString');
  });
});
