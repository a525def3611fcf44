import { useEffect, useState } from 'react';
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { GroupDiscussion, GroupSession } from '#domain/records/group.ts';
import { markFamilyDiscussed } from '#storage/group/groups.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Form } from '#ui/form.tsx';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { ChildPart } from './child-part.tsx';
import { ConcernFields } from './concern-fields.tsx';
import type { FamilyPaneProps, FamilyValues } from './family-values.ts';
import { StoryFields } from './story-fields.tsx';
import { TrioFields } from './trio-fields.tsx';
import { ViewsFields } from './views-fields.tsx';

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
const bodyOf = (values: FamilyValues) => structuredClone(values) as GroupDiscussion; // made from one

/** One family’s discussion. The form owns the whole record while it is mounted; nothing here is required. */
export function FamilyForm({ group, item, byCommand, onDone }: FamilyPaneProps) {
  const workspace = useWorkspace();
  const { id, discussion, children } = item;
  const [defaultValues] = useState((): FamilyValues => structuredClone(discussion));
  const form = useForm<FamilyValues>({ defaultValues });
  const { subscribe, getValues, setValue, control } = form;
  const isDiscussed = useWatch({ control, name: 'discussed' });

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'groupDiscussions', id, body: bodyOf(values) }),
      }),
    [subscribe, workspace, id],
  );
  useEffect(() => {
    if (byCommand) document.getElementById('family-summary')?.focus();
  }, [byCommand]);

  const save = () => void workspace.queue.flushOne(id);

  /** Goes on at once: the next family is open before the last save is done. */
  function markDiscussed() {
    setValue('discussed', true);
    setValue('discussedAt', getValues('discussedAt') || momentOf(group, workspace.now));
    workspace.draft({ collection: 'groupDiscussions', id, body: bodyOf(getValues()) });
    void workspace.queue
      .flushOne(id)
      .then((isSaved) => (isSaved ? markFamilyDiscussed(workspace, id) : undefined));
    onDone();
  }

  function takeBack() {
    setValue('discussed', false);
    setValue('discussedAt', '');
    save();
  }

  const onKeyDown = useDoneKey(markDiscussed);
  const doneKey = useKeyOf('done');
  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same */}
      <div onKeyDown={onKeyDown} onBlur={save}>
        <Form id="family" onSubmit={(event) => event.preventDefault()}>
          <StoryFields group={group} familyKey={discussion.familyKey} />
          <ViewsFields group={group} familyKey={discussion.familyKey} />
          <ConcernFields group={group} familyKey={discussion.familyKey} />
          {group.familySafeguarding && <TrioFields />}
          {discussion.children.map((part, index) => {
            const child = children.find(({ ref }) => ref === part.childRef);
            return (
              child && (
                <ChildPart
                  key={part.id}
                  index={index}
                  child={child}
                  hasSiblings={children.length > 1}
                />
              )
            );
          })}
          <NextGroup />
          <ButtonGroup>
            <Button {...doneKey} onClick={markDiscussed}>
              {isDiscussed ? 'Saved as discussed: next family' : 'Discussed, next family'}
            </Button>
            {isDiscussed && group.status !== 'ended' && (
              <Button variant="link" onClick={takeBack}>
                Not discussed after all
              </Button>
            )}
          </ButtonGroup>
        </Form>
      </div>
    </FormProvider>
  );
}

/** A family marked after the group ended was discussed in its last sitting. */
const momentOf = ({ status, sittings }: GroupSession, now: string): string =>
  (status === 'ended' && sittings.at(-1)?.startedAt) || now;

function NextGroup() {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<FamilyValues>();
  const read = readTypedDate(useWatch({ control, name: 'nextGroupOn' }), todayIn(workspace), {
    prefer: 'future',
  });
  return (
    <DateTextField
      label="Next group discussion of this family"
      hint="For example, 15 1 2027 or 4 weeks."
      echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
      {...register('nextGroupOn')}
    />
  );
}
