import { sameValue } from '#domain/versions/merge.ts';

const key = ['alg', 'keyId', 'publicKey', 'signature', 'authenticatorData', 'clientData'];
/** Of a child's: what it was signed together with. `actId` is a random one where nothing else was signed. */
const beside = ['leaves', 'actId'];
const how = new Set(['at', 'level', ...key, ...beside]);

/** SIGN14: two signatures of one person under the very same texts, made on two of their devices. */
export function isSameAct(a: object, b: object): boolean {
  const what = (each: object) =>
    Object.fromEntries(Object.entries(each).filter(([name]) => !how.has(name)));
  return sameValue(what(a), what(b));
}
