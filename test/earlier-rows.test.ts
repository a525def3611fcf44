import { beforeAll, describe, expect, it } from 'vitest';
import { type CollectionName, collectionNames } from '#domain/collections.ts';
import { readBody } from '#storage/read-body.ts';
import type { Workspace } from '#storage/workspace.ts';
import { earlierRows, earlierWorkspace, later } from './earlier-rows.ts';
import { openAgain } from './workspaces.ts';

/** What a form owns while it is open, with a text that is typed into it. Real forms: earlier-forms.dom.test. */
const drafts = {
  notes: 'text',
  agreements: 'location',
  responses: 'comments',
  groups: 'confidentiality',
  observations: 'purpose',
  monitoring: 'strengths',
  cancellations: 'coverConsidered',
  entitlements: 'difficulties',
  handoverNotes: 'whatToKnow',
  childBroughtIn: 'text',
  staffBroughtIn: 'text',
  discussions: 'familySummary',
  preparations: 'wants',
  groupDiscussions: 'summary',
  entryDrafts: 'rationale',
} as const satisfies { readonly [C in CollectionName]?: string };

const drafted = Object.entries(drafts) as [keyof typeof drafts, string][]; // its own keys

let workspace: Workspace;
beforeAll(async () => {
  workspace = await earlierWorkspace();
});

it('there is a row of each collection as its first version wrote it', () => {
  expect(collectionNames.filter((name) => earlierRows(name).length === 0)).toEqual([]);
});

const withRows = collectionNames.filter((name) => earlierRows(name).length > 0);

describe.each(withRows)('an earlier row of %s', (collection) => {
  it.each(earlierRows(collection))('$id opens whole, with what a later version wrote', (row) => {
    const opened = workspace.set.find(collection, row.id);
    expect(opened?.body).toMatchObject(row.body);
    expect(opened?.body).toMatchObject(later);
    expect(opened?.text).toBe(JSON.stringify(row.body));
  });

  it.each(earlierRows(collection))('$id comes in whole with a file or a backup', (row) => {
    expect(readBody(collection, JSON.stringify(row.body), row.id)).toMatchObject(row.body);
  });
});

const isDraft = ({ body }: { readonly body: { readonly finalisedAt?: unknown } }) =>
  !body.finalisedAt;

describe.each(drafted)('a draft of an earlier row of %s', (collection, field) => {
  it.each(earlierRows(collection).filter(isDraft))(
    '$id keeps all of it when it is saved',
    async ({ id, body }) => {
      const before = workspace.set.find(collection, id);
      if (!before) throw new Error('not opened');
      const typed = { ...structuredClone(before.body), [field]: 'Typed today' };
      workspace.draft({ collection, id, body: typed as never }); // a body of this collection
      await workspace.queue.flush();
      const again = await openAgain(workspace);
      expect(again.set.find(collection, id)?.body).toMatchObject({
        ...body,
        [field]: 'Typed today',
      });
    },
  );
});
