import { useFieldArray, useFormContext } from 'react-hook-form';
import { type GroupMember, ProfessionSummary } from '#domain/records/group.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { FamilyRow } from './family-row.ts';
import type { GroupAgendaValues } from './group-agenda-values.ts';
import { memberName } from './group-words.ts';
import { SummaryFields } from './summary-fields.tsx';
import { Unseen } from './unseen.tsx';

interface FamilyPreparationProps {
  readonly row: FamilyRow;
  readonly members: readonly GroupMember[];
}

/** Who presents which question, and which profession brings a summary. Nothing here is required. */
export function FamilyPreparation({ row, members }: FamilyPreparationProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<GroupAgendaValues>();
  const { rowId, label, family } = row;
  const at = `lines.${rowId}` as const;
  const { fields, append, remove } = useFieldArray({
    control,
    name: `${at}.summaries`,
    keyName: 'key',
  });
  // Somebody who is personally linked to this family neither presents it nor writes about it.
  const people = [
    { value: '', label: 'Nobody yet' },
    ...members
      .filter(({ linkedTo }) => !linkedTo.includes(family.familyKey))
      .map((member) => ({ value: member.id, label: memberName(workspace, member) })),
  ];
  const of = <Unseen>for {label}</Unseen>;
  return (
    <section className="fp-repeat" aria-labelledby={`family-${rowId}`}>
      <h3 className="govuk-heading-s" id={`family-${rowId}`}>
        {label}
      </h3>
      <p className="govuk-body">
        Once it is discussed: <Destination file="child" name={label} />
      </p>
      <div className="fp-columns">
        <SelectField
          label={<>Who presents{of}</>}
          options={people}
          {...register(`${at}.presenterId`)}
        />
        <TextAreaField
          label={<>The question{of}</>}
          rows={2}
          grow
          {...register(`${at}.question`)}
        />
      </div>
      {fields.map(({ key }, index) => (
        <SummaryFields
          key={key}
          path={`${at}.summaries.${index}`}
          number={index + 1}
          label={label}
          people={people}
          onRemove={() => remove(index)}
        />
      ))}
      <Button
        variant="secondary"
        onClick={() => append(ProfessionSummary.parse({ id: workspace.ports.newId() }))}
      >
        Ask for a summary{of}
      </Button>
    </section>
  );
}
