import { expect, it } from 'vitest';
import { ChildSignature, StaffSignature } from '#domain/records/signature.ts';
import { recordId, ref, staff } from '../../../test/builders.ts';
import {
  actBehind,
  type Checked,
  correctionSigned,
  type Findings,
  signatureState,
  signatureWords,
  signedWords,
  standing,
  withSignatures,
} from './signature-state.ts';

const found = (over: Partial<Findings> = {}) =>
  signatureState({ level: 1, isOfThisText: true, isGenuine: 'genuine', act: 'same', ...over });

const common = {
  v: 1,
  role: 'supervisor',
  signerRef: staff('me'),
  signerName: 'Jo Field',
  statement: 'I agree',
  at: '2026-11-24T16:10:00.000Z',
  level: 1,
  alg: 'Ed25519',
  keyId: 'k1',
};
const aRow = (over: object = {}) =>
  ChildSignature.parse({
    ...common,
    id: 'x1',
    file: 'child',
    childRef: ref('C1'),
    recordId: recordId('r1'),
    hash: 'h1',
    listHash: 'lh',
    actId: 'act',
    ...over,
  });
const anAct = (over: object = {}) =>
  StaffSignature.parse({
    ...common,
    id: 'act',
    file: 'staff',
    sessionId: 's1',
    superviseeRef: 'S1',
    list: [{ recordId: 'r1', hash: 'h1', file: 'child' }],
    ...over,
  });
const checked = (over: object = {}, validity: Checked['validity'] = 'valid'): Checked => ({
  ...aRow(over),
  validity,
});

it('[SIGN5] valid only for the very text, by the key, under the act that names it', () => {
  expect(found()).toBe('valid');
  expect(found({ isOfThisText: false })).toBe('notValid');
  expect(found({ isGenuine: 'broken' })).toBe('notValid');
  expect(found({ act: 'other' })).toBe('notValid');
  // Another text is not valid whatever else is not known.
  expect(found({ isOfThisText: false, isGenuine: 'cannotTell', act: 'notHere' })).toBe('notValid');
});

it('[SIGN5] the key is not known where no act here names it, or this browser cannot check it', () => {
  expect(found({ act: 'notHere' })).toBe('keyNotKnown');
  expect(found({ isGenuine: 'cannotTell' })).toBe('keyNotKnown');
});

it('[SIGN5, SIGN6] a typed name has no key to be checked by, and still is of one text alone', () => {
  expect(found({ level: 0, isGenuine: 'cannotTell' })).toBe('keyNotKnown');
  expect(found({ level: 0, isGenuine: 'genuine' })).toBe('keyNotKnown');
  expect(found({ level: 0, isGenuine: 'cannotTell', isOfThisText: false })).toBe('notValid');
  expect(found({ level: 0, isGenuine: 'cannotTell', act: 'other' })).toBe('notValid');
});

it('[SIGN5] a child’s signature and its act say the same, or it is not one', () => {
  expect(actBehind(aRow(), anAct(), 'lh')).toBe('same');
  expect(actBehind(aRow(), undefined, '')).toBe('notHere');
  const others = [
    { keyId: 'k2' },
    { at: '2026-11-24T16:11:00.000Z' },
    { level: 0 },
    { signerName: 'Sam Lee' },
    { signerRef: 'you' },
    { list: [] },
    { list: [{ recordId: 'r1', hash: 'h2', file: 'child' }] },
    { list: [{ recordId: 'r2', hash: 'h1', file: 'child' }] },
  ];
  for (const other of others)
    expect(actBehind(aRow(), anAct(other), 'lh'), JSON.stringify(other)).toBe('other');
  expect(actBehind(aRow(), anAct(), 'another list')).toBe('other');
});

it('[SIGN7] one line: who, when in London, at which level', () => {
  expect(signedWords(checked())).toBe('Signed by Jo Field on 24 November 2026 at 4:10pm (level 1)');
  expect(signedWords(checked({ at: '2026-07-01T15:10:00Z', level: 0 }, 'keyNotKnown'))).toBe(
    'Signed by Jo Field on 1 July 2026 at 4:10pm (level 0)',
  );
  expect(signedWords(checked({}, 'keyNotKnown'))).toBe(
    'Signed by Jo Field on 24 November 2026 at 4:10pm (level 1, key not known here)',
  );
  expect(signedWords(checked({ at: 'soon' }))).toBe('Signed by Jo Field on soon (level 1)');
});

it('[SIGN7] without a signature it says so; one that is not valid is none', () => {
  expect(withSignatures('Finalised.', [])).toBe('Finalised. Not signed.');
  expect(withSignatures('Finalised.', [checked({}, 'notValid')])).toBe('Finalised. Not signed.');
  expect(withSignatures('Finalised.', [checked()])).toBe(
    'Finalised.\nSigned by Jo Field on 24 November 2026 at 4:10pm (level 1)',
  );
});

it('[SIGN7, SIGN9] a correction has a line of its own', () => {
  expect(correctionSigned([])).toBe('The correction is not signed.');
  expect(correctionSigned([checked({}, 'notValid')])).toBe('The correction is not signed.');
  expect(correctionSigned([checked()])).toBe(
    'Signed by Jo Field on 24 November 2026 at 4:10pm (level 1)',
  );
});

it('[SIGN11] in full: who, as what, when, and the level by its name with what it is worth', () => {
  const names = {
    0: 'Level 0: Typed name. ',
    1: 'Level 1: Signed on this device after unlocking again. ',
    2: 'Level 2: Signed with a passkey. ',
    7: 'Level 7: Level 7 of another version',
  };
  for (const [level, name] of Object.entries(names)) {
    const { who, worth } = signatureWords(checked({ level: Number(level) }));
    expect(who).toBe('Signed by Jo Field, supervisor, 24 November 2026 at 4:10pm');
    expect(worth.startsWith(name), worth).toBe(true);
  }
  expect(signatureWords(checked({}, 'keyNotKnown')).worth).toMatch(/key is not known on this/);
  // A typed name has no key to be known.
  expect(signatureWords(checked({ level: 0 }, 'keyNotKnown')).worth).not.toMatch(/key is not/);
});

it('[SIGN7] first signed first', () => {
  const later = checked({ at: '2026-11-25T16:10:00.000Z' });
  expect(standing([later, checked()]).map(({ at }) => at)).toEqual([checked().at, later.at]);
});
