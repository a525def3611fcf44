import canonicalize from 'canonicalize';
import { assert } from './assert.ts';
import type { ChildRef, RecordId } from './ids.ts';
import { hasLoneSurrogate } from './records/child-record.ts';
import type { ChildSignature, SignedText, StaffSignature } from './records/signature.ts';

/** What a signature says, in its own payload too. */
export const signingStatement = 'I agree this is a record of what we discussed';

/** The newest schema of a finalised record that this version of the app reads (SIGN4). */
const newestSchema = 1;

/** A finalised text of a session, with the hash of it as it is stored. */
export interface Signable extends SignedText {
  /** '' for the notes. */
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
  readonly of: Pick<StaffSignature, 'sessionId' | 'superviseeRef'>;
  readonly by: Pick<StaffSignature, 'signerRef' | 'signerName' | 'at'> & {
    readonly role: 'supervisor';
  };
  /** Undefined at level 0. */
  readonly key: Pick<StaffSignature, 'alg' | 'keyId' | 'publicKey'> | undefined;
}

export interface UnsignedAct {
  readonly staff: StaffSignature;
  readonly children: readonly ChildSignature[];
}

const listOf = (texts: readonly SignedText[]): SignedText[] =>
  texts.map(({ recordId, hash, file }) => ({ recordId, hash, file }));

/** The rows of one act, each still without its signature (SIGN1, SIGN2). */
export function buildAct(question: SigningAct): UnsignedAct {
  const { actId, childIds, texts, childListHash: listHash, of, by, key } = question;
  const { alg = '', keyId = '', publicKey = '' } = key ?? {};
  const common = {
    v: 1,
    ...{ role: by.role, signerRef: by.signerRef, signerName: by.signerName, at: by.at },
    statement: signingStatement,
    level: key ? 1 : 0,
    ...{ alg, keyId, publicKey, signature: '' },
  };
  const ofChildren = texts.filter(({ file }) => file === 'child');
  return {
    staff: { ...common, ...of, id: actId, file: 'staff', list: listOf(texts) },
    children: ofChildren.map(({ recordId, hash, childRef }, i): ChildSignature => {
      const id = childIds[i];
      assert(id && childRef !== '', `no id or no child for the signature of ${recordId}`);
      return { ...common, id, file: 'child', childRef, recordId, hash, listHash, actId };
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

const actFields = (row: ActFields): ActFields => {
  const { v, role, signerRef, signerName, statement, level, at, keyId } = row;
  return { v, role, signerRef, signerName, statement, level, at, keyId };
};

/** What is signed of a session: canonical JSON (RFC 8785), built from the row each time it is checked. */
export const actPayload = (row: StaffSignature): string =>
  canonical({
    ...actFields(row),
    of: 'session',
    sessionId: row.sessionId,
    superviseeRef: row.superviseeRef,
    list: listOf(row.list),
  });

/** What is signed of one child's record. Another word in `of`: neither can stand for the other. */
export const childPayload = (row: ChildSignature): string =>
  canonical({
    ...actFields(row),
    of: 'childRecord',
    childRef: row.childRef,
    recordId: row.recordId,
    hash: row.hash,
    listHash: row.listHash,
    actId: row.actId,
  });

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
