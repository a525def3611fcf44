import { entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import { finaliseEntry, missingForDraft, setAside } from '#storage/entries/entries.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { useGoTo } from '#ui/link.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntryDecision } from './entry-decision.tsx';
import { EntryMore } from './entry-more.tsx';
import { EntryTexts } from './entry-texts.tsx';
import { draftOf } from './entry-values.ts';
import { EntryWhen } from './entry-when.tsx';
import { WhoItIsAbout } from './who-it-is-about.tsx';

/** The form of one entry. It owns the whole draft while it is mounted, and saves it as it is typed. */
export function EntryForm({ draft }: { readonly draft: EntryDraft }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const { id, kind } = draft;
  const { isDecision, actions } = entryTables[kind];
  const entry = useDraftForm({
    collection: 'entryDrafts',
    record: draft,
    formId: 'entry',
    bodyOf: draftOf,
    missing: (body) => missingForDraft(workspace, body),
    finish: () => finaliseEntry(workspace, id),
  });
  const putAside = async () => {
    await setAside(workspace, id, true);
    goTo('/');
  };
  const isMoreAsked = entry.errors.errors.some(({ id: field }) => inMore.test(field));
  return (
    <DraftForm draft={entry}>
      <WhoItIsAbout />
      {!isDecision && <EntryWhen kind={kind} />}
      <EntryTexts kind={kind} which="first" />
      {isDecision && <EntryDecision />}
      {actions && <EntryActions />}
      {isDecision && (
        <Details
          key={isMoreAsked ? 'asked' : 'more'}
          summary="More: when, where, who, risks"
          open={isMoreAsked}
        >
          <EntryMore kind={kind} />
        </Details>
      )}
      <ButtonGroup>
        <DoneButton draft={entry}>Record</DoneButton>
        <Button variant="link" onClick={() => void putAside()}>
          Not needed after all
        </Button>
      </ButtonGroup>
    </DraftForm>
  );
}

/** Fields under "More": it opens when one of them has something to say. */
const inMore = /^entry-(on|time|who|channel|channelOther|asked|risks|experience)$/;
