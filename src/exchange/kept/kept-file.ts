import { collections } from '#domain/collections.ts';
import { shortId } from '#domain/out/file-name.ts';
import type { OutgoingFile } from '#exchange/out/let-out.ts';
import { folderName } from '#exchange/out/make-batch.ts';
import { documentText } from '#exchange/print/document.ts';
import type { Workspace } from '#storage/workspace.ts';
import { utf8 } from '#vault/bytes.ts';
import type { Kept } from './gather-kept.ts';
import { keptDocument } from './kept-document.ts';
import type { KeptOwner } from './kept-owners.ts';

/** The texts of one owner as a file, by the one way out. Its name is of the reference (OUT2). */
export function keptFile(workspace: Workspace, kept: Kept, owner: KeptOwner): OutgoingFile {
  const folder = folderName(workspace, owner.file, owner.ref);
  return {
    fileName: `footprint-${folder}-kept-texts-${shortId(kept.id)}.txt`,
    type: 'text/plain;charset=utf-8',
    kind: 'keptTexts',
    records: 1,
    write: async (sink) => sink.write(utf8(documentText(keptDocument(workspace, kept, owner)))),
  };
}

/** OUT8: a child's text goes with a sitting; the supervision file, and what is on no file yet, asks each time. */
export const asksFor = ({ collection }: Kept): 'sitting' | 'eachTime' =>
  collections[collection].file === 'child' ? 'sitting' : 'eachTime';
