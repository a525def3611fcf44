import { statedAuthorOf } from '#domain/record-header.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

/** Whether it is mine to send: by me, or a text that does not say whom it is by. */
export function isMine(workspace: Workspace, { collection, body }: OpenRecord): boolean {
  const author = statedAuthorOf(collection, body as Readonly<Record<string, unknown>>); // a body is fields
  const { me, alsoMe } = settingsOf(workspace);
  return author === '' || author === me || alsoMe.includes(author);
}
