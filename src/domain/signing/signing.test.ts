import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { recordId, ref, staff } from '../../../test/builders.ts';
import {
  actPayload,
  buildAct,
  childListText,
  childPayload,
  isReadable,
  leafText,
  missingToSignSession,
  type Signable,
  type SigningAct,
  signingStatement,
  statementOf,
  toSign,
} from './signing.ts';

const ofChild = (id: string, over: Partial<Signable> = {}): Signable => ({
  recordId: recordId(id),
  hash: `hash of ${id}`,
  file: 'child',
  childRef: ref(`child of ${id}`),
  schema: 1,
  ...over,
});
const ofNotes = (over: Partial<Signable> = {}): Signable =>
  ofChild('n1', { file: 'staff', childRef: '', hash: 'hash of the notes', ...over });

const question = (over: Partial<SigningAct> = {}): SigningAct => ({
  actId: recordId('act'),
  childIds: [recordId('row1'), recordId('row2')],
  texts: [ofChild('r1'), ofChild('r2'), ofNotes()],
  childListHash: 'hash of the list',
  leaves: ['leaf of r1', 'leaf of r2'],
  of: { of: 'session', sessionId: recordId('s1'), superviseeRef: staff('S1') },
  by: {
    role: 'supervisor',
    signerRef: staff('me'),
    signerName: 'Jo Field',
    at: '2026-11-24T16:10:00.000Z',
  },
  key: { level: 1, alg: 'Ed25519', keyId: 'k1', publicKey: 'p1' },
  ...over,
});

describe('what one act signs', () => {
  it('[SIGN1, R-39] everything finalised with the session: one row for the act, one for each child', () => {
    const { staff: act, children } = buildAct(question());
    expect(act).toMatchObject({
      id: 'act',
      file: 'staff',
      sessionId: 's1',
      signerName: 'Jo Field',
      statement: 'I agree this is a record of what we discussed',
      at: '2026-11-24T16:10:00.000Z',
      level: 1,
    });
    expect(act.list).toEqual([
      { recordId: 'r1', hash: 'hash of r1', file: 'child' },
      { recordId: 'r2', hash: 'hash of r2', file: 'child' },
      { recordId: 'n1', hash: 'hash of the notes', file: 'staff' },
    ]);
    expect(children.map(({ id, recordId: of, childRef }) => [id, of, childRef])).toEqual([
      ['row1', 'r1', 'child of r1'],
      ['row2', 'r2', 'child of r2'],
    ]);
  });

  it('[SIGN1] the notes alone are an act without a child’s row', () => {
    const { staff: act, children } = buildAct(question({ texts: [ofNotes()], childIds: [] }));
    expect(act.list).toHaveLength(1);
    expect(children).toEqual([]);
  });

  it('[SIGN6] without a key it is level 0, and says of no key', () => {
    const { staff: act, children } = buildAct(question({ key: undefined }));
    for (const row of [act, ...children])
      expect(row).toMatchObject({ level: 0, alg: '', keyId: '', publicKey: '' });
  });
});

describe('what is signed', () => {
  const { staff: act, children } = buildAct(question());
  const [child] = children;
  if (!child) throw new Error('no row');

  it('[SIGN2] canonical JSON of list, role, person, statement, level, moment and key', () => {
    expect(actPayload(act)).toBe(
      canonicalize({
        v: 1,
        of: 'session',
        sessionId: 's1',
        superviseeRef: 'S1',
        list: act.list,
        role: 'supervisor',
        signerRef: 'me',
        signerName: 'Jo Field',
        statement: signingStatement,
        level: 1,
        at: '2026-11-24T16:10:00.000Z',
        keyId: 'k1',
      }),
    );
  });

  it('[SIGN2] any of it that is changed makes another payload', () => {
    const changes = [
      { signerName: 'Jo Fielding' },
      { signerRef: staff('you') },
      { statement: 'I agree' },
      { at: '2026-11-24T16:11:00.000Z' },
      { level: 2 },
      { role: 'practitioner' },
      { keyId: 'k2' },
      { v: 2 },
    ];
    for (const change of changes) {
      expect(actPayload({ ...act, ...change }), JSON.stringify(change)).not.toBe(actPayload(act));
      expect(childPayload({ ...child, ...change })).not.toBe(childPayload(child));
    }
    const ofAct = [{ sessionId: recordId('s2') }, { list: act.list.slice(1) }];
    for (const change of ofAct) expect(actPayload({ ...act, ...change })).not.toBe(actPayload(act));
    const ofRow = [
      { recordId: recordId('r9') },
      { hash: 'x' },
      { childRef: ref('C9') },
      { listHash: 'x' },
      { actId: recordId('a9') },
    ];
    for (const change of ofRow)
      expect(childPayload({ ...child, ...change })).not.toBe(childPayload(child));
  });

  it('[SIGN2] a child’s row is the same whatever the notes say, and whether there are any', () => {
    const rowsWith = (texts: readonly Signable[]) => {
      const { children: rows } = buildAct(
        question({ texts, childListHash: childListText(texts) }), // the text itself stands for its hash
      );
      return JSON.stringify(rows);
    };
    const children2 = [ofChild('r1'), ofChild('r2')];
    const alone = rowsWith(children2);
    expect(rowsWith([...children2, ofNotes()])).toBe(alone);
    expect(rowsWith([ofNotes({ hash: 'off sick' }), ...children2])).toBe(alone);
    expect(rowsWith([ofChild('r1'), ofChild('r2', { hash: 'x' })])).not.toBe(alone);
  });
});

describe('what an act would sign now', () => {
  it('[SIGN3] nothing twice: what was finalised since, and nothing else', () => {
    const texts = [ofChild('r1'), ofChild('r2'), ofNotes()];
    expect(toSign(texts, [])).toEqual(texts);
    expect(toSign(texts, [ofChild('r1'), ofNotes()])).toEqual([ofChild('r2')]);
    expect(toSign(texts, texts)).toEqual([]);
    // A signature under another text of the same record is none of this one.
    expect(toSign([ofChild('r1')], [{ recordId: 'r1', hash: 'another' }])).toHaveLength(1);
  });

  it('[SIGN4] nothing whose schema is newer than this app', () => {
    for (const schema of [1, 0, undefined]) expect(isReadable({ schema }), `${schema}`).toBe(true);
    for (const schema of [2, 1.5, '1', null, Number.NaN])
      expect(isReadable({ schema }), `${schema}`).toBe(false);
    expect(toSign([ofChild('r1', { schema: 2 }), ofNotes()], [])).toEqual([ofNotes()]);
  });

  it('[SIGN6] a tick and a name are needed, and a name that can be stored', () => {
    expect(missingToSignSession({ agrees: true, name: 'Jo Field' })).toEqual({});
    expect(missingToSignSession({ agrees: false, name: ' ' })).toEqual({
      agrees: 'Tick that you agree before you sign',
      name: 'Type your name',
    });
    expect(missingToSignSession({ agrees: true, name: 'Jo \ud83d' }).name).toMatch(/half of a/);
  });
});

describe('what a passkey signs', () => {
  const touched = (over: Partial<SigningAct> = {}) =>
    buildAct(question({ key: { level: 2, alg: 'ES256', keyId: 'k2', publicKey: 'p2' }, ...over }));

  it('[SIGN12] one text for all children of an act, by their leaves and by nothing of the other file', () => {
    const { children } = touched();
    const payloads = children.map(childPayload);
    expect(payloads[0]).toBe(payloads[1]);
    expect(JSON.parse(payloads[0] ?? '')).toMatchObject({
      of: 'childRecords',
      level: 2,
      leaves: ['leaf of r1', 'leaf of r2'],
      keyId: 'k2',
    });
    const without = touched({ texts: [ofChild('r1'), ofChild('r2')] }).children;
    expect(without.map(childPayload)).toEqual(payloads);
    const [other] = touched({ leaves: ['leaf of r1', 'another'] }).children;
    expect(other && childPayload(other)).not.toBe(payloads[0]);
  });

  it('[SIGN12] a leaf is of one child’s text and of no other', () => {
    const leaf = leafText(ofChild('r1'));
    for (const change of [{ hash: 'x' }, { recordId: recordId('r2') }, { childRef: ref('C9') }])
      expect(leafText(ofChild('r1', change))).not.toBe(leaf);
  });

  it('[SIGN6, SIGN12] the key of a device signs each child’s record by itself, and has no leaves', () => {
    const { children } = buildAct(question());
    expect(children.map(({ leaves }) => leaves)).toEqual([[], []]);
    expect(new Set(children.map(childPayload)).size).toBe(2);
  });
});

describe('texts outside a session', () => {
  const alone = (over: Partial<SigningAct['of']> = {}) => ({
    of: 'records' as const,
    ...{ sessionId: '' as const, superviseeRef: staff('S1') },
    ...over,
  });

  it('[SIGN8] are an act that cannot stand for one of a session', () => {
    const { staff: act } = buildAct(question({ of: alone() }));
    expect(JSON.parse(actPayload(act))).toMatchObject({ of: 'records', sessionId: '' });
    expect(actPayload({ ...act, of: 'session' })).not.toBe(actPayload(act));
    expect(actPayload({ ...act, superviseeRef: staff('S2') })).not.toBe(actPayload(act));
  });

  it('[SIGN8] what was talked through is agreed to; of the rest it is said who wrote it', () => {
    for (const role of ['supervisor', 'practitioner', 'facilitator'] as const)
      expect(statementOf(role)).toBe(signingStatement);
    for (const role of ['author', 'decisionMaker', 'observer', 'auditor'] as const)
      expect(statementOf(role)).toMatch(/^I wrote this/);
    const by = { ...question().by, role: 'auditor' as const };
    expect(buildAct(question({ by })).staff).toMatchObject({
      role: 'auditor',
      statement: statementOf('auditor'),
    });
  });
});
