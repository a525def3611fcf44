import { useFormContext } from 'react-hook-form';
import { type GroupFamily, groupLength, planGroup } from '#domain/group/group-agenda.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { GroupAgendaValues } from './group-agenda-values.ts';

interface GroupTimeProps {
  readonly families: readonly GroupFamily[];
  readonly onOrder: () => void;
}

/** How much time there is, and how far it goes. A suggestion: no family is taken off by itself. */
export function GroupTime({ families, onOrder }: GroupTimeProps) {
  const { register, getValues } = useFormContext<GroupAgendaValues>();
  const { minutes, isDefault } = groupLength(getValues('minutes'));
  const { words, fits } = planGroup(families, minutes);
  return (
    <section aria-labelledby="group-time">
      <h2 className="govuk-heading-s" id="group-time">
        The plan for the time there is
      </h2>
      <TextField
        label="Length of this group in minutes"
        {...(isDefault
          ? { hint: `The plan counts with ${minutes} minutes (planner’s default).` }
          : {})}
        width="5"
        inputMode="numeric"
        {...register('minutes')}
      />
      <p className="govuk-body">
        <strong>{words}.</strong>
        {!fits &&
          ' There is not time for all of them. Make the group longer, or leave a family for another day.'}
      </p>
      <Button variant="secondary" onClick={onOrder}>
        Order as suggested
      </Button>
    </section>
  );
}
