import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { finaliseEntry, missingForDraft, setAside } from '#storage/entries.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryDecision } from './entry-decision.tsx';
import { EntryMore } from './entry-more.tsx';
import { EntryTexts } from './entry-texts.tsx';
import { draftOf, type EntryValues } from './entry-values.ts';
import { EntryWhen } from './entry-when.tsx';
import { WhoItIsAbout } from './who-it-is-about.tsx';

/** The form of one entry. It owns the whole draft while it is mounted, and saves it as it is typed. */
export function EntryForm({ draft }: { readonly draft: EntryDraft }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const { id, kind } = draft;
  const { isDecision, actions } = entryTables[kind];
  const unsaved = workspace.queue.unsaved(id)?.body as EntryDraft | undefined; // drafts of this id are entries
  const form = useForm<EntryValues>({
    defaultValues: structuredClone(unsaved ?? draft),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, handleSubmit, getValues, setError, clearErrors, formState } = form;

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'entryDrafts', id, body: draftOf(values) }),
      }),
    [subscribe, workspace, id],
  );

  const submit = handleSubmit(async () => {
    const body = draftOf(getValues());
    const missing = missingForDraft(workspace, body);
    for (const { path, message } of missing) {
      setError(path as 'text', { type: 'missing', message }); // a path of the draft
    }
    if (missing.length > 0) return;
    // What nobody touched since the page opened has not been on its way to disk yet.
    workspace.draft({ collection: 'entryDrafts', id, body });
    await finaliseEntry(workspace, id);
  });
  const record = () => {
    clearErrors(); // one whose field is gone would bar the way
    void submit();
  };
  const onKeyDown = useDoneKey(record);
  const doneKey = useKeyOf('done');
  const putAside = async () => {
    await setAside(workspace, id, true);
    goTo('/');
  };
  const errors = useFormErrors('entry', formState);
  const isMoreAsked = errors.errors.some(({ id: field }) => inMore.test(field));
  return (
    <FormProvider {...form}>
      <ErrorSummary {...errors} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same. Leaving a field saves */}
      <div onKeyDown={onKeyDown} onBlur={() => void workspace.queue.flushOne(id)}>
        <Form
          id="entry"
          onSubmit={(event) => {
            event.preventDefault();
            record();
          }}
        >
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
            <Button type="submit" {...doneKey} disabled={formState.isSubmitting}>
              Record
            </Button>
            <Button variant="link" onClick={() => void putAside()}>
              Not needed after all
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </FormProvider>
  );
}

/** Fields under "More": it opens when one of them has something to say. */
const inMore = /^entry-(on|time|who|channel|channelOther|asked|risks|experience)$/;
