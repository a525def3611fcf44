import { dateInLondon, formatDate, formatTime, parseInstant } from '#domain/dates/calendar-date.ts';
import type { ChildSignature, StaffSignature } from '#domain/records/signature.ts';
import { signatureLevel } from './signature-levels.ts';
import { roleWords } from './signing-roles.ts';

/**
 * `valid`: this very text was signed with a key that an act on this device names. `keyNotKnown`: nothing
 * speaks against it, and there is no key here to tell by.
 */
export type SignatureState = 'valid' | 'notValid' | 'keyNotKnown';

export type SignatureRow = StaffSignature | ChildSignature;

/** A signature with what checking it found. */
export type Checked<Row extends SignatureRow = SignatureRow> = Row & {
  readonly validity: SignatureState;
};

/** What was found out about one signature. `isGenuine` is of its payload, by the key beside it. */
export interface Findings {
  readonly level: number;
  /** The record's own id and the hash of its stored text are those that were signed. */
  readonly isOfThisText: boolean;
  readonly isGenuine: 'genuine' | 'broken' | 'cannotTell';
  /** The act on the supervision file: `other` where it says something else than this signature. */
  readonly act: 'same' | 'other' | 'notHere';
}

/** SIGN5, SIGN6. */
export function signatureState({ level, isOfThisText, isGenuine, act }: Findings): SignatureState {
  if (!isOfThisText || act === 'other') return 'notValid';
  if (level === 0) return 'keyNotKnown';
  if (isGenuine === 'broken') return 'notValid';
  return isGenuine === 'genuine' && act === 'same' ? 'valid' : 'keyNotKnown';
}

/** Which of the texts an act is about, by the record and by its hash. */
export const isListed = (
  { list }: Pick<StaffSignature, 'list'>,
  recordId: string,
  hash: string,
): boolean => list.some((one) => one.recordId === recordId && one.hash === hash);

/** How a child's signature stands to its act: the same key, moment and person, and on its list. */
export function actBehind(
  row: ChildSignature,
  act: StaffSignature | undefined,
  childListHash: string,
): Findings['act'] {
  if (!act) return 'notHere';
  const isSame =
    act.keyId === row.keyId &&
    act.at === row.at &&
    act.level === row.level &&
    act.signerRef === row.signerRef &&
    act.signerName === row.signerName &&
    childListHash === row.listHash &&
    isListed(act, row.recordId, row.hash);
  return isSame ? 'same' : 'other';
}

/** Those that may be shown as signatures of the text, first signed first (SIGN7). */
export const standing = <Row extends SignatureRow>(
  checked: readonly Checked<Row>[],
): readonly Checked<Row>[] =>
  checked
    .filter(({ validity }) => validity !== 'notValid')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

const whenSigned = (at: string): string => {
  const moment = parseInstant(at);
  return moment ? `${formatDate(dateInLondon(moment))} at ${formatTime(moment)}` : at;
};

/** "Signed by Jo Field on 24 November 2026 at 4:10pm (level 1)". */
export function signedWords({ signerName, at, level, validity }: Checked): string {
  const unchecked = validity === 'keyNotKnown' && level > 0 ? ', key not known here' : '';
  return `Signed by ${signerName} on ${whenSigned(at)} (level ${level}${unchecked})`;
}

/** SIGN11: who, as what, when, and what that is worth, one line each. */
export function signatureWords({ signerName, role, at, level, validity }: Checked): {
  readonly who: string;
  readonly worth: string;
} {
  const { name, worth } = signatureLevel(level);
  const unchecked =
    validity === 'keyNotKnown' && level > 0 ? ' The key is not known on this device.' : '';
  return {
    who: `Signed by ${signerName}, ${roleWords(role)}, ${whenSigned(at)}`,
    worth: `Level ${level}: ${name}. ${worth}${unchecked}`,
  };
}

/**
 * SIGN7: the last lines of a finalised text. A signature that is not valid is none here: whoever reads the
 * copy could not tell.
 */
export function withSignatures(finalised: string, checked: readonly Checked[]): string {
  const signed = standing(checked).map(signedWords);
  return signed.length === 0 ? `${finalised} Not signed.` : [finalised, ...signed].join('\n');
}

/** SIGN9: likewise under a correction, which is signed on its own. */
export function correctionSigned(checked: readonly Checked[]): string {
  const signed = standing(checked).map(signedWords);
  return signed.length === 0 ? 'The correction is not signed.' : signed.join('\n');
}
