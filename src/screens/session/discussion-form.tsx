import { memo, useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { whyNotDiscussedYet } from '#domain/discussion/discussion-progress.ts';
import type { Session } from '#domain/records/session.ts';
import { momentIn, sessionDate } from '#domain/session/session-days.ts';
import { revisitsFor } from '#storage/entries/pending-entries.ts';
import { reviewFor } from '#storage/session/review-reads.ts';
import { recountSession } from '#storage/session/sessions.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { ActionsAgreed } from './actions-agreed.tsx';
import type { AgendaItem } from './agenda.ts';
import { Decisions } from './decisions.tsx';
import { DecisionsToRevisit } from './decisions-to-revisit.tsx';
import { DepthChoice } from './depth-choice.tsx';
import { DepthFields } from './depth-fields.tsx';
import { bodyOf, newId, subscribeDraft, valuesOf } from './discussion-draft.ts';
import type { DiscussionValues } from './discussion-values.ts';
import { FamilyFields } from './family-fields.tsx';
import { LastActions } from './last-actions.tsx';
import { MoreFields } from './more-fields.tsx';
import { NotThisTime } from './not-this-time.tsx';
import { Reflection } from './reflection.tsx';
import { SameWords } from './same-words.tsx';
import { UsePreparedWords } from './use-prepared-words.tsx';

interface DiscussionFormProps {
  readonly session: Session;
  readonly item: AgendaItem;
  readonly byCommand: boolean;
  readonly onDone: () => void;
}

/**
 * One child's part of a discussion. The form owns the whole discussion while it is mounted: `item` is how
 * it stood then, or at the last news, and what the form saves itself does not draw it again.
 */
export const DiscussionForm = memo(function DiscussionForm(props: DiscussionFormProps) {
  const { session, item, byCommand, onDone } = props;
  const workspace = useWorkspace();
  const { discussion, index, child } = item;
  const [defaultValues] = useState(() => valuesOf(workspace, session, item));
  const form = useForm<DiscussionValues>({
    defaultValues,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, getValues, setValue, setError, clearErrors } = form;
  const at = `children.${index}` as const;
  const depth = useWatch({ control: form.control, name: `${at}.depth` });
  const account = useWatch({ control: form.control, name: `${at}.account` });

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
    setValue(`${at}.accountedAt`, said || momentIn(session, workspace.now));
    saveAndGoOn(onDone);
  }

  function setAccount(to: '' | 'notDiscussed', reason: string) {
    setValue(`${at}.account`, to);
    setValue(`${at}.notDiscussedReason`, reason);
    setValue(`${at}.accountedAt`, to === '' ? '' : workspace.now);
    saveAndGoOn(to === 'notDiscussed' ? onDone : () => {});
  }

  const onKeyDown = useDoneKey(markDiscussed);
  const doneKey = useKeyOf('done');

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
          <DecisionsToRevisit
            index={index}
            childName={childLabel(child)}
            toRevisit={revisitsFor(workspace, session, child.ref)}
          />
          <DepthChoice index={index} />
          {discussion.children.length > 1 && <FamilyFields index={index} discussion={discussion} />}
          {depth === 'inDepth' && (
            <UsePreparedWords session={session} child={child} index={index} />
          )}
          <DepthFields
            index={index}
            depth={depth}
            child={child}
            today={todayIn(workspace)}
            sameWords={<SameWords session={session} item={item} />}
          />
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
          {depth !== '' && (
            <MoreFields
              key={depth}
              index={index}
              depth={depth}
              child={child}
              today={sessionDate(session) ?? todayIn(workspace)}
            />
          )}
          {depth === 'inDepth' && <Reflection index={index} child={child} />}
          <ButtonGroup>
            <Button {...doneKey} onClick={markDiscussed}>
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
});

function focusNote(index: number): void {
  const root = document.getElementById('case');
  const note =
    root?.querySelector<HTMLElement>(`textarea[name^="children.${index}."]`) ??
    root?.querySelector<HTMLElement>('textarea');
  note?.focus();
}
