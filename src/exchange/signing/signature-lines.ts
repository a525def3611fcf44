import { type Checked, signatureWords, standing } from '#domain/signing/signature-state.ts';
import { type SignedRecord, signedRecordOf } from '#storage/signing/signatures.ts';
import type { Workspace } from '#storage/workspace.ts';

/**
 * SIGN11: what stands under a finished text on paper: who signed it, as what and when, what that is worth,
 * and the hash of the text; or that it is not signed. Nothing for a draft.
 */
export async function signatureLines(
  workspace: Workspace,
  recordId: string,
): Promise<readonly string[]> {
  const record = await signedRecordOf(workspace, recordId);
  return record ? linesOf(record) : [];
}

/** A signature that is not valid is none here: whoever reads the paper could not tell. */
export function linesOf({ text, signatures }: SignedRecord): readonly string[] {
  const signed = standing<Checked>(signatures);
  if (signed.length === 0) return ['Not signed.', hashLine(text.hash)];
  return [
    ...signed.flatMap((each) => {
      const { who, worth } = signatureWords(each);
      return [`${who}.`, worth];
    }),
    hashLine(text.hash),
  ];
}

const hashLine = (hash: string) => `SHA-256 of the text: ${hash}`;
