import { useRef } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useKeyOf, useShortcuts } from '#ui/use-shortcuts.ts';
import type { DiscussionValues } from './discussion-values.ts';

interface ActionsAgreedProps {
  readonly index: number;
  readonly depth: '' | 'brief' | 'inDepth';
  readonly newId: () => RecordId;
  readonly childName: string;
  /** The day a typed "2 weeks" is counted from. */
  readonly agreedOn: CalendarDate;
}

export function ActionsAgreed({ index, depth, newId, childName, agreedOn }: ActionsAgreedProps) {
  const { control, register } = useFormContext<DiscussionValues>();
  const name = `children.${index}.actions` as const;
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' });
  const button = useRef<HTMLButtonElement>(null);
  // The button is what adds: where it is switched off, so is its key. The new line takes the focus.
  useShortcuts({ addAction: () => button.current?.click() });
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Actions agreed</legend>
      <p className="govuk-body">
        <Destination file="child" name={childName} />
      </p>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextField label={`Action ${i + 1}: what`} {...register(`${name}.${i}.what`)} />
          <TextField label="Who" width="20" {...register(`${name}.${i}.owner`)} />
          <ByWhen index={index} action={i} agreedOn={agreedOn} />
          <CheckboxField
            small
            label={
              <>
                Immediate safeguarding action
                <span className="govuk-visually-hidden"> (action {i + 1})</span>
              </>
            }
            {...register(`${name}.${i}.immediateSafeguarding`)}
          />
          <Button variant="link" onClick={() => remove(i)}>
            Remove action {i + 1}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        ref={button}
        {...useKeyOf('addAction')}
        onClick={() => append({ id: newId(), what: '', owner: '', byWhen: '' })}
      >
        Add an action
      </Button>
      {depth === 'inDepth' && fields.length === 0 && (
        <CheckboxField small label="No actions" {...register(`children.${index}.noActions`)} />
      )}
    </fieldset>
  );
}

interface ByWhenProps {
  readonly index: number;
  readonly action: number;
  readonly agreedOn: CalendarDate;
}

function ByWhen({ index, action, agreedOn }: ByWhenProps) {
  const { control, register } = useFormContext<DiscussionValues>();
  const name = `children.${index}.actions.${action}.byWhen` as const;
  const typed = useWatch({ control, name }) ?? '';
  return <ByWhenField typed={typed} agreedOn={agreedOn} {...register(name)} />;
}
