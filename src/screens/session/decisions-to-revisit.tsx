import { useFormContext, useWatch } from 'react-hook-form';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { type DecisionToRevisit, waitingWords } from '#domain/decisions/decisions-to-revisit.ts';
import { revisitLineAt } from '#domain/decisions/revisits.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface DecisionsToRevisitProps {
  readonly index: number;
  readonly childName: string;
  readonly toRevisit: readonly DecisionToRevisit[];
}

const outcomes = [
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'changed', label: 'Changed' },
  { value: 'withdrawn', label: 'Withdrawn' },
  { value: 'notReached', label: 'Not reached' },
];

const noteLabels = {
  confirmed: 'Note (optional)',
  changed: 'What is changed, and why',
  withdrawn: 'Why it is withdrawn',
  notReached: 'Note (optional)',
} as const;

/** Each decision made outside supervision that waits for this session is revisited here. */
export function DecisionsToRevisit({ index, childName, toRevisit }: DecisionsToRevisitProps) {
  const { getValues } = useFormContext<DiscussionValues>();
  const lines = getValues(`children.${index}.revisits`) ?? [];
  // One that came while the form is open gets its line when the form is drawn next.
  const answerable = toRevisit.flatMap((each) => {
    const at = revisitLineAt(lines, each.decision.id);
    return at < 0 ? [] : [{ each, at }];
  });
  if (answerable.length === 0) return null;
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Decisions made since, to revisit
      </legend>
      <p className="govuk-body">
        <Destination file="child" name={childName} />
      </p>
      {answerable.map(({ each, at }) => (
        <ToRevisit key={each.decision.id} index={index} at={at} toRevisit={each} />
      ))}
    </fieldset>
  );
}

interface ToRevisitProps {
  readonly index: number;
  readonly at: number;
  readonly toRevisit: DecisionToRevisit;
}

function ToRevisit({ index, at, toRevisit }: ToRevisitProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<DiscussionValues>();
  const name = `children.${index}.revisits.${at}` as const;
  const outcome = useWatch({ control, name: `${name}.outcome` });
  const { heading, text, decidedAt } = toRevisit.decision;
  const made = `${heading}, ${formatDate(dayOf(decidedAt))}`;
  return (
    <div className="fp-repeat">
      <RadiosField
        legend={text}
        hint={`${made}. ${waitingWords(toRevisit, profileOf(workspace))}.`}
        inline
        small
        options={outcomes}
        {...register(`${name}.outcome`)}
      />
      {outcome && <TextField label={noteLabels[outcome]} {...register(`${name}.note`)} />}
    </div>
  );
}
