import type { Discussion } from '#domain/records/discussion.ts';
import { discussionFields } from '#domain/records/discussion-fields.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { DraftOf } from '#storage/save-queue.ts';

/** What a person typed into a draft, as text to copy when it cannot be saved. Every typed word is in it. */
export function readableText({ collection, body }: DraftOf): string {
  if (collection === 'discussions') return discussionText(body as Discussion); // by its collection
  if (collection === 'notes') return (body as StaffNote).text;
  return JSON.stringify(body, null, 2);
}

function discussionText({ familySummary, children }: Discussion): string {
  const blocks = children.flatMap((child) => [
    ...discussionFields.map(({ key, label }) => titled(label('child'), child[key])),
    ...child.decisions.map(({ text, rationale }) => titled('Decision', `${text}\n${rationale}`)),
    ...child.actions.map(({ what, owner, byWhen }) =>
      titled('Action', `${what} ${owner} ${byWhen}`),
    ),
    ...child.settled.map(({ reason }) => titled('Why it is not done', reason)),
  ]);
  return [titled('The family', familySummary), ...blocks]
    .filter((text) => text !== '')
    .join('\n\n');
}

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);
