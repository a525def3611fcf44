import { type Assertion, verifyAssertion } from './assertion.ts';
import { type Genuine, verifyText } from './signing.ts';

/**
 * Whether the signature was made by the key beside it over this very text, at the level it says. The level
 * is a part of every signed text: one that was given another is broken. A typed name has no key.
 */
export async function verifySignature(
  row: Assertion & { readonly level: number },
  text: string,
): Promise<Genuine> {
  switch (row.level) {
    case 1:
      return verifyText(row, text);
    case 2:
      return verifyAssertion(row, text);
    default:
      return 'cannotTell';
  }
}
