import { type KeyboardEvent, useEffect } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { childLabel } from '#domain/child-label.ts';
import { whyNotDiscussedYet } from '#domain/discussion-progress.ts';
import type { RecordId } from '#domain/ids.ts';
import { offersDepths } from '#domain/policy-profile.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session-days.ts';
import { findChild } from '#storage/caseload-reads.ts';
import { reviewFor } from '#storage/review-reads.ts';
import { recountSession } from '#storage/sessions.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Form } from '#ui/form.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { ActionsAgreed } from './actions-agreed.tsx';
import type { AgendaItem } from './agenda.ts';
import { Decisions } from './decisions.tsx';
import { DepthFields } from './depth-fields.tsx';
import type { DiscussionValues } from './discussion-values.ts';
import { LastActions } from './last-actions.tsx';
import { NotThisTime } from './not-this-time.tsx';
import { UsePreparedWords } from './use-prepared-words.tsx';

interface DiscussionFormProps {
  readonly session: Session;
  readonly item: AgendaItem;
  readonly byCommand: boolean;
  readonly onDone: () => void;
}

/** One child's part of a discussion. The form owns the whole discussion while it is mounted. */
export function DiscussionForm({ session, item, byCommand, onDone }: DiscussionFormProps) {
  const workspace = useWorkspace();
  const { discussion, index, child } = item;
  const form = useForm<DiscussionValues>({
    defaultValues: valuesOf(workspace, item),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, getValues, setValue, setError, clearErrors, register, formState } = form;
  const at = `children.${index}` as const;
  const depth = useWatch({ control: form.control, name: `${at}.depth` });
  const account = useWatch({ control: form.control, name: `${at}.account` });
  const errors = formState.errors.children?.[index];
  const profile = profileOf(workspace);

  useEffect(
    () => subscribeDraft(workspace, discussion.id, subscribe),
    [workspace, discussion.id, subscribe],
  );
  useEffect(() => {
    if (byCommand) focusNote(index);
  }, [byCommand, index]);

  /** Goes on at once: a click on another child meanwhile must not be taken back when the save is done. */
  function saveAndGoOn(goOn: () => void): void {
    const body = bodyOf(getValues());
    workspace.draft({ collection: 'discussions', id: discussion.id, body });
    const saved = workspace.queue.flushOne(discussion.id);
    if (session.status === 'ended') {
      void saved.then((isSaved) => (isSaved ? recountSession(workspace, session.id) : undefined));
    }
    goOn();
  }

  function markDiscussed() {
    clearErrors();
    const part = getValues(at);
    const problem = whyNotDiscussedYet(part);
    if (problem) {
      setError(`${at}.${problem.path}` as typeof at, { type: 'missing', message: problem.message }); // a path of the part
      document.getElementById(`case-children-${index}-${problem.path}`)?.focus();
      return;
    }
    setValue(`${at}.account`, 'discussed');
    setValue(`${at}.notDiscussedReason`, '');
    const said = part.account === 'discussed' ? part.accountedAt : '';
    setValue(`${at}.accountedAt`, said || momentOf(workspace, session));
    saveAndGoOn(onDone);
  }

  function setAccount(to: '' | 'notDiscussed', reason: string) {
    setValue(`${at}.account`, to);
    setValue(`${at}.notDiscussedReason`, reason);
    setValue(`${at}.accountedAt`, to === '' ? '' : workspace.now);
    saveAndGoOn(to === 'notDiscussed' ? onDone : () => {});
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    markDiscussed();
  };

  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same */}
      <div onKeyDown={onKeyDown} onBlur={() => void workspace.queue.flushOne(discussion.id)}>
        <Form id="case" onSubmit={(event) => event.preventDefault()}>
          <LastActions
            index={index}
            childName={childLabel(child)}
            toReview={reviewFor(workspace, session.id, child.ref)}
          />
          <RadiosField
            legend="How is this child discussed today?"
            legendHidden
            inline
            small
            options={[
              ...(offersDepths(profile).includes('brief')
                ? [{ value: 'brief', label: 'Brief check-in' }]
                : []),
              ...(offersDepths(profile).includes('inDepth')
                ? [{ value: 'inDepth', label: 'In depth' }]
                : []),
            ]}
            error={errors?.depth?.message}
            {...register(`${at}.depth`)}
          />
          {discussion.children.length > 1 && (
            <>
              <TextAreaField
                label="About the family"
                hint={`Written once. It goes on the record of each of them: ${namesOf(workspace, discussion)}.`}
                rows={2}
                grow
                {...register('familySummary')}
              />
              <CheckboxField
                small
                label="The names of brothers and sisters belong on this child’s record"
                {...register(`${at}.siblingsRelevant`)}
              />
            </>
          )}
          {depth === 'inDepth' && (
            <UsePreparedWords session={session} child={child} index={index} />
          )}
          <DepthFields index={index} depth={depth} child={child} today={todayIn(workspace)} />
          <Decisions
            index={index}
            depth={depth}
            newId={() => newId(workspace)}
            now={() => workspace.now}
            childName={childLabel(child)}
          />
          <ActionsAgreed
            index={index}
            depth={depth}
            newId={() => newId(workspace)}
            childName={childLabel(child)}
            agreedOn={sessionDate(session) ?? todayIn(workspace)}
          />
          <ButtonGroup>
            <Button aria-keyshortcuts="Control+Enter" onClick={markDiscussed}>
              {account === 'discussed' ? 'Saved as discussed: go to next' : 'Discussed: go to next'}
            </Button>
            {account !== '' && (
              <Button variant="link" onClick={() => setAccount('', '')}>
                {account === 'discussed' ? 'Not discussed after all' : 'Discuss after all'}
              </Button>
            )}
          </ButtonGroup>
          {account !== 'discussed' && (
            <NotThisTime onChosen={(reason) => setAccount('notDiscussed', reason)} />
          )}
        </Form>
      </div>
    </FormProvider>
  );
}

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
const bodyOf = (values: DiscussionValues): Discussion => structuredClone(values) as Discussion; // made from a Discussion by `valuesOf`

const namesOf = (workspace: Workspace, { children }: Discussion): string =>
  children
    .flatMap(({ childRef }) => findChild(workspace, childRef)?.body ?? [])
    .map(childLabel)
    .join(', ');

const newId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/** Text still on its way to disk is newer than the row. An action that came open since gets its line. */
function valuesOf(
  workspace: Workspace,
  { discussion, index, child }: AgendaItem,
): DiscussionValues {
  const unsaved = workspace.queue.unsaved(discussion.id)?.body as Discussion | undefined; // a draft of this id
  const body = structuredClone(unsaved ?? discussion);
  const part = body.children[index];
  if (!part) return body;
  for (const { action } of reviewFor(workspace, body.sessionId, child.ref)) {
    if (part.settled.some(({ actionId }) => actionId === action.id)) continue;
    part.settled.push({ id: newId(workspace), actionId: action.id, outcome: '', reason: '' });
  }
  return body;
}

function subscribeDraft(
  workspace: Workspace,
  id: string,
  subscribe: ReturnType<typeof useForm<DiscussionValues>>['subscribe'],
) {
  return subscribe({
    formState: { values: true },
    callback: ({ values }) =>
      workspace.draft({ collection: 'discussions', id, body: bodyOf(values) }),
  });
}

/** A child marked after the session ended was discussed in its last sitting. */
const momentOf = (workspace: Workspace, session: Session): string =>
  (session.status === 'ended' && session.sittings.at(-1)?.endedAt) || workspace.now;

function focusNote(index: number): void {
  const root = document.getElementById('case');
  const note =
    root?.querySelector<HTMLElement>(`textarea[name^="children.${index}."]`) ??
    root?.querySelector<HTMLElement>('textarea');
  note?.focus();
}
