import { useFormContext, useWatch } from 'react-hook-form';
import type { ActionState } from '#domain/actions/child-actions.ts';
import { carriedWords } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildActionEvent } from '#domain/records/action.ts';
import { staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface LastActionsProps {
  readonly index: number;
  readonly childName: string;
  readonly toReview: readonly ActionState[];
}

const outcomes = [
  { value: 'done', label: 'Done' },
  { value: 'carried', label: 'Not done, carry forward' },
  { value: 'noLongerNeeded', label: 'No longer needed' },
];

/** Each action of last time is settled here, with a reason where it is not done. */
export function LastActions({ index, childName, toReview }: LastActionsProps) {
  const { getValues } = useFormContext<DiscussionValues>();
  if (toReview.length === 0) return null;
  const settled = getValues(`children.${index}.settled`) ?? [];
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions from last time
      </legend>
      <p className="govuk-body">
        <Destination file="child" name={childName} />
      </p>
      {toReview.map((state) => {
        const at = settled.findIndex(({ actionId }) => actionId === state.action.id);
        return at < 0 ? null : (
          <LastAction key={state.action.id} index={index} at={at} state={state} />
        );
      })}
    </fieldset>
  );
}

interface LastActionProps {
  readonly index: number;
  readonly at: number;
  readonly state: ActionState;
}

function LastAction({ index, at, state }: LastActionProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<DiscussionValues>();
  const name = `children.${index}.settled.${at}` as const;
  const outcome = useWatch({ control, name: `${name}.outcome` });
  const { what, owner, dueOn, byWhen } = state.action;
  const due = parseCalendarDate(dueOn);
  const by = due ? formatDate(due) : byWhen;
  const carried = state.carried > 0 ? `, ${carriedWords(state.carried)} before` : '';
  const said = state.said ? `. ${saidWords(staffName(workspace, state.said.by), state.said)}` : '';
  return (
    <div className="fp-repeat">
      <RadiosField
        legend={what}
        hint={`${owner}${by ? `, by ${by}` : ''}${carried}${said}`}
        inline
        small
        options={outcomes}
        {...register(`${name}.outcome`)}
      />
      {outcome === 'carried' && (
        <TextField label="Why it is not done yet" {...register(`${name}.reason`)} />
      )}
    </div>
  );
}

/** Said beforehand. It settles nothing: the answer is given here (ACT4). */
function saidWords(who: string, { outcome, reason }: ChildActionEvent): string {
  const why = reason.trim() === '' ? '' : `: ${reason}`;
  return `${who} says it is ${outcome === 'saidDone' ? 'done' : 'not done'}${why}`;
}
