import { entryKindsOf, entryTables } from '#domain/entries/entry-fields.ts';
import { mayRecordEntries } from '#storage/entries/entries-reads.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { ButtonGroup, ButtonLink } from '#ui/button.tsx';

/** What may be put on this child's record outside a session, under this policy. */
export function EntryLinks({ rowId }: { readonly rowId: string }) {
  const workspace = useWorkspace();
  if (!mayRecordEntries(workspace)) return null;
  return (
    <ButtonGroup>
      {entryKindsOf(profileOf(workspace)).map((kind, place) => (
        <ButtonLink
          key={kind}
          href={`/entries/new/${kind}.${rowId}`}
          {...(place > 0 ? { variant: 'secondary' as const } : {})}
        >
          {entryTables[kind].title}
        </ButtonLink>
      ))}
    </ButtonGroup>
  );
}
