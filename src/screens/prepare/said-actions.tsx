import { useWatch } from 'react-hook-form';
import { type ActionState, openActionsOf } from '#domain/actions/child-actions.ts';
import { carriedWords } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { Destination } from '#ui/destination.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';

interface SaidActionsProps {
  readonly childRef: ChildRef;
  readonly name: string;
}

const answers = [
  { value: 'done', label: 'Done' },
  { value: 'notDone', label: 'Not done' },
];

/** What has become of the actions of last time. It settles nothing: the session does (ACT4). */
export function SaidActions({ childRef, name }: SaidActionsProps) {
  const workspace = useWorkspace();
  const { getValues } = usePrepareForms().preparation;
  const events = bodies(workspace, 'childActionEvents');
  const open = openActionsOf(childRef, bodies(workspace, 'childActions'), events);
  if (open.length === 0) return null;
  const updates = getValues('actionUpdates');
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions from last time
      </legend>
      <p className="govuk-body">
        <Destination file="child" name={name} /> once you share it, as what you said. The session
        settles it.
      </p>
      {open.map((state) => {
        const at = updates.findIndex(({ actionId }) => actionId === state.action.id);
        return at < 0 ? null : <SaidAction key={state.action.id} at={at} state={state} />;
      })}
    </fieldset>
  );
}

function SaidAction({ at, state }: { readonly at: number; readonly state: ActionState }) {
  const { control, register } = usePrepareForms().preparation;
  const name = `actionUpdates.${at}` as const;
  const [said, text] = useWatch({ control, name: [`${name}.said`, `${name}.text`] });
  const { what, owner, dueOn, byWhen } = state.action;
  const due = parseCalendarDate(dueOn);
  const by = due ? formatDate(due) : byWhen;
  const carried = state.carried > 0 ? `, ${carriedWords(state.carried)} before` : '';
  return (
    <div className="fp-repeat">
      <RadiosField
        legend={what}
        hint={`${owner}${by ? `, by ${by}` : ''}${carried}`}
        inline
        small
        options={answers}
        {...register(`${name}.said`)}
      />
      {(said !== '' || text !== '') && (
        <TextAreaField label="What happened" rows={2} grow {...register(`${name}.text`)} />
      )}
    </div>
  );
}
