import { sameValue } from '#domain/versions/merge.ts';

const key = ['alg', 'keyId', 'publicKey', 'signature', 'authenticatorData', 'clientData'];
const how = new Set(['at', 'level', ...key]);

/** SIGN14: two signatures of one person under the very same texts, made on two of their devices. */
export function isSameAct(a: object, b: object): boolean {
  const what = (each: object) =>
    Object.fromEntries(Object.entries(each).filter(([name]) => !how.has(name)));
  return sameValue(what(a), what(b));
}
