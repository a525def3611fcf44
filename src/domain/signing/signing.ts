import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import { hasLoneSurrogate } from '#domain/records/child-record.ts';
import type { ChildSignature, SignedText, StaffSignature } from '#domain/records/signature.ts';
import type { SigningRole } from './signing-roles.ts';

/** What a signature says, in its own payload too. */
export const signingStatement = 'I agree this is a record of what we discussed';

/** Of a text that was not talked through together. */
const ownStatement = 'I wrote this, and it is a true record as far as I know';

/** SIGN8: what a person says by signing, in the role in which they sign. */
export const statementOf = (role: SigningRole): string =>
  role === 'supervisor' || role === 'practitioner' || role === 'facilitator'
    ? signingStatement
    : ownStatement;

/** The newest schema of a finalised record that this version of the app reads (SIGN4). */
const newestSchema = 1;

/** A finalised text, with the hash of it as it is stored. */
export interface Signable extends SignedText {
  /** '' for a text of the supervision file. */
  readonly childRef: ChildRef | '';
  /** As the text has it; undefined in one from before schemas were numbered. */
  readonly schema: unknown;
}

/** SIGN4: nobody signs what their app may not be able to show them whole. */
export const isReadable = ({ schema }: Pick<Signable, 'schema'>): boolean =>
  schema === undefined || (typeof schema === 'number' && schema <= newestSchema);

interface Earlier {
  readonly recordId: string;
  readonly hash: string;
}

/** SIGN1, SIGN3, SIGN4: what an act would sign now. `earlier` are the signatures that stand. */
export const toSign = (
  texts: readonly Signable[],
  earlier: readonly Earlier[],
): readonly Signable[] =>
  texts
    .filter(isReadable)
    .filter(
      ({ recordId, hash }) =>
        !earlier.some((one) => one.recordId === recordId && one.hash === hash),
    );

/** What one act is made from. Ids, moment and key are handed in. */
export interface SigningAct {
  readonly actId: RecordId;
  readonly childIds: readonly RecordId[];
  readonly texts: readonly Signable[];
  readonly childListHash: string;
  /** SHA-256 of the leaf of each child's text, in their order; read at level 2 alone (SIGN12). */
  readonly leaves: readonly string[];
  readonly of: Pick<StaffSignature, 'sessionId' | 'superviseeRef'> & { readonly of: ActOf };
  readonly by: Pick<StaffSignature, 'signerRef' | 'signerName' | 'at'> & {
    readonly role: SigningRole;
  };
  /** Undefined at level 0. */
  readonly key: SigningActKey | undefined;
}

/** What an act is over: everything finalised with a session, or texts outside one (SIGN8). */
export type ActOf = 'session' | 'records';

/** Of this device at level 1, of a passkey at level 2. */
export type SigningActKey = Pick<StaffSignature, 'alg' | 'keyId' | 'publicKey'> & {
  readonly level: 1 | 2;
};

export interface UnsignedAct {
  readonly staff: StaffSignature;
  readonly children: readonly ChildSignature[];
}

const listOf = (texts: readonly SignedText[]): SignedText[] =>
  texts.map(({ recordId, hash, file }) => ({ recordId, hash, file }));

/** The rows of one act, each still without its signature (SIGN1, SIGN2). */
export function buildAct(question: SigningAct): UnsignedAct {
  const { actId, childIds, texts, childListHash: listHash, of, by, key } = question;
  const { alg = '', keyId = '', publicKey = '', level = 0 } = key ?? {};
  const common = {
    v: 1,
    ...{ role: by.role, signerRef: by.signerRef, signerName: by.signerName, at: by.at },
    statement: statementOf(by.role),
    ...{ level, alg, keyId, publicKey, signature: '', authenticatorData: '', clientData: '' },
  };
  const leaves = level === 2 ? [...question.leaves] : [];
  const ofChildren = texts.filter(({ file }) => file === 'child');
  return {
    staff: { ...common, ...of, id: actId, file: 'staff', list: listOf(texts) },
    children: ofChildren.map(({ recordId, hash, childRef }, i): ChildSignature => {
      const id = childIds[i];
      assert(id && childRef !== '', `no id or no child for the signature of ${recordId}`);
      return { ...common, id, file: 'child', childRef, recordId, hash, listHash, leaves, actId };
    }),
  };
}

function canonical(value: object): string {
  const text = canonicalize(value);
  assert(text, 'a payload without a canonical form');
  return text;
}

/** SIGN2: what the list of an act says of children's records, and of nothing else. */
export const childListText = (list: readonly SignedText[]): string =>
  canonical(listOf(list.filter(({ file }) => file === 'child')));

type ActFields = Pick<
  StaffSignature,
  'v' | 'role' | 'signerRef' | 'signerName' | 'statement' | 'level' | 'at' | 'keyId'
>;

/** One child's text among those that one touch of a passkey signed; of no text of another file. */
export const leafText = ({
  childRef,
  recordId,
  hash,
}: Pick<Signable, 'childRef' | 'recordId' | 'hash'>): string =>
  canonical({ childRef, recordId, hash });

const actFields = (row: ActFields): ActFields => {
  const { v, role, signerRef, signerName, statement, level, at, keyId } = row;
  return { v, role, signerRef, signerName, statement, level, at, keyId };
};

/** What is signed of an act: canonical JSON (RFC 8785), built from the row each time it is checked. */
export const actPayload = (row: StaffSignature): string =>
  canonical({
    ...actFields(row),
    of: row.of === 'records' ? 'records' : 'session',
    sessionId: row.sessionId,
    superviseeRef: row.superviseeRef,
    list: listOf(row.list),
  });

/**
 * What is signed of one child's text. Another word in `of`: neither can stand for the other. A passkey is
 * touched once for all children's texts of an act: there it is the same for each, by their leaves (SIGN12).
 */
export function childPayload(row: ChildSignature): string {
  const { childRef, recordId, hash, listHash, leaves, actId } = row;
  return row.level === 2
    ? canonical({ ...actFields(row), of: 'childRecords', leaves, listHash, actId })
    : canonical({
        ...actFields(row),
        of: 'childRecord',
        childRef,
        recordId,
        hash,
        listHash,
        actId,
      });
}

export const missingToSignSession = (typed: {
  readonly agrees: boolean;
  readonly name: string;
}): { readonly agrees?: string; readonly name?: string } => ({
  ...(typed.agrees ? {} : { agrees: 'Tick that you agree before you sign' }),
  ...(typed.name.trim() === '' ? { name: 'Type your name' } : {}),
  ...(hasLoneSurrogate(typed.name)
    ? { name: 'Your name holds half of a character. Delete it and type it again' }
    : {}),
});
