import { linesOf } from '#exchange/signing/signature-lines.ts';
import type { SignedRecord } from '#storage/signing/signatures.ts';

interface Judged {
  readonly policy: { readonly label: string; readonly version?: string | undefined };
  readonly deadline?: { readonly words: string } | undefined;
}

/** By which policy a finished text was judged, and by when it was due. */
export function evidenceLines({ policy, deadline }: Judged): readonly string[] {
  const version = policy.version ? `, version ${policy.version}` : '';
  const words = deadline?.words ?? '';
  return [`Policy: ${policy.label}${version}.`, ...(words === '' ? [] : [sentence(words)])];
}

const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`);

/** What each signature is worth, and the hash. Who signed stands at the end of the text already. */
export const worthLines = (signed: SignedRecord | undefined): readonly string[] =>
  signed ? linesOf(signed).filter((line) => !/^(Signed by |Not signed\.)/.test(line)) : [];
