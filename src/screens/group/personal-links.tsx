import { useFormContext, useWatch } from 'react-hook-form';
import type { GroupFamily } from '#domain/group/group-agenda.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Details } from '#ui/details.tsx';
import type { GroupValues } from './group-values.ts';
import { familyLabel } from './group-words.ts';

interface PersonalLinksProps {
  readonly index: number;
  readonly name: string;
  readonly families: readonly GroupFamily[];
}

/** A family that a member knows outside work is kept from them: said in words, beside the name. */
export function PersonalLinks({ index, name, families }: PersonalLinksProps) {
  const { control, setValue } = useFormContext<GroupValues>();
  const path = `members.${index}.linkedTo` as const;
  const linkedTo = useWatch({ control, name: path });
  const linked = families.filter(({ familyKey }) => linkedTo.includes(familyKey));

  /** Keys of families that are on no list now stay as they are. */
  const link = (key: string, isLinked: boolean) =>
    setValue(path, isLinked ? [...linkedTo, key] : linkedTo.filter((each) => each !== key));

  return (
    <>
      {linked.map(({ familyKey, children }) => (
        <p key={familyKey} className="govuk-body">
          {familyLabel(children)}: this family is not shown to {name}.
        </p>
      ))}
      <Details
        summary={`Families that ${name} is personally linked to (${linkedTo.length})`}
        id={`links-${index}`}
      >
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend">
            Choose the families that {name} knows outside work
          </legend>
          <p className="govuk-hint">
            A family that is ticked is not shown to {name}, and is in no file made for {name}.
          </p>
          {families.map(({ familyKey, children }, i) => (
            <CheckboxField
              key={familyKey}
              name={`links.${index}.${i}`}
              small
              label={familyLabel(children)}
              checked={linkedTo.includes(familyKey)}
              onChange={({ currentTarget }) => link(familyKey, currentTarget.checked)}
            />
          ))}
          {families.length === 0 && <p className="govuk-body">No open families yet.</p>}
        </fieldset>
      </Details>
    </>
  );
}
