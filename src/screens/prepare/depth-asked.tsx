import { useWatch } from 'react-hook-form';
import { offersDepths } from '#domain/policies/policy-profile.ts';
import { addWorry, isFull, rankWords, removeWorry } from '#domain/preparation/worries.ts';
import type { Child } from '#domain/records/child.ts';
import { MAX_WORRIES } from '#domain/records/preparation.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';

interface DepthAskedProps {
  readonly child: Child;
  readonly index: number;
}

const choices = [
  { value: 'brief', label: 'Brief check-in' },
  { value: 'inDepth', label: 'In depth' },
] as const;

/** How much time this child needs, and whether this is one of the greatest worries. */
export function DepthAsked({ child, index }: DepthAskedProps) {
  const { register } = usePrepareForms().preparation;
  const depths = offersDepths(profileOf(useWorkspace()));
  const at = `children.${index}` as const;
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">For the agenda</legend>
      <p className="govuk-body">
        <Destination file="working" />
      </p>
      <RadiosField
        legend="How much time do we need?"
        inline
        small
        options={choices.filter(({ value }) => depths.includes(value))}
        {...register(`${at}.depth`)}
      />
      <TextAreaField label="Why" rows={2} grow {...register(`${at}.depthWhy`)} />
      <WorryTick child={child} />
    </fieldset>
  );
}

function WorryTick({ child }: { readonly child: Child }) {
  const { control, setValue } = usePrepareForms().preparation;
  const worries = useWatch({ control, name: 'worries' });
  const rank = rankWords(worries, child.ref);
  const isTaken = rank === '' && isFull(worries);
  return (
    <CheckboxField
      small
      name="worry"
      label={`One of my greatest worries${rank && `: ${rank}`}`}
      hint={
        isTaken
          ? `You have chosen ${MAX_WORRIES}. Remove one on the overview to choose this one.`
          : undefined
      }
      disabled={isTaken}
      checked={rank !== ''}
      onChange={({ currentTarget }) => {
        const change = currentTarget.checked ? addWorry : removeWorry;
        setValue('worries', [...change(worries, child.ref)]);
      }}
    />
  );
}
