import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { GroupFamily } from '#domain/group/group-agenda.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { AddMember } from './add-member.tsx';
import type { GroupValues } from './group-values.ts';
import { memberName } from './group-words.ts';
import { PersonalLinks } from './personal-links.tsx';
import { Unseen } from './unseen.tsx';

interface MembersFieldsProps {
  readonly families: readonly GroupFamily[];
  /** Whom a colleague is linked to is for the facilitator alone (GROUP3). */
  readonly knowsLinks: boolean;
}

/** Everybody who takes part, whatever their agency, and who is here today. */
export function MembersFields({ families, knowsLinks }: MembersFieldsProps) {
  const { control } = useFormContext<GroupValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'members', keyName: 'key' });
  return (
    <fieldset className="fp-plain" id="group-members" tabIndex={-1}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">People</legend>
      {fields.map(({ key }, index) => (
        <MemberFields
          key={key}
          index={index}
          families={families}
          knowsLinks={knowsLinks}
          onRemove={() => remove(index)}
        />
      ))}
      {fields.length === 0 && <p className="govuk-body">Nobody but the facilitator yet.</p>}
      <AddMember onAdd={(member) => append(member, { shouldFocus: member.staffRef === '' })} />
    </fieldset>
  );
}

interface MemberFieldsProps extends MembersFieldsProps {
  readonly index: number;
  readonly onRemove: () => void;
}

function MemberFields({ index, families, knowsLinks, onRemove }: MemberFieldsProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<GroupValues>();
  const at = `members.${index}` as const;
  const member = useWatch({ control, name: at });
  const name = memberName(workspace, member);
  const of = <Unseen>of {name}</Unseen>;
  return (
    <div className="fp-repeat">
      {member.staffRef === '' ? (
        <TextField label={`Name of person ${index + 1}`} width="20" {...register(`${at}.name`)} />
      ) : (
        <p className="govuk-body">
          <strong>{name}</strong>
        </p>
      )}
      <div className="fp-columns">
        <TextField label={<>Role{of}</>} {...register(`${at}.role`)} />
        <TextField label={<>Agency{of}</>} {...register(`${at}.agency`)} />
      </div>
      <CheckboxField
        small
        label={
          <>
            Here today<Unseen>({name})</Unseen>
          </>
        }
        {...register(`${at}.present`)}
      />
      {knowsLinks && <PersonalLinks index={index} name={name} families={families} />}
      <Button variant="link" onClick={onRemove}>
        Remove {name} from the group
      </Button>
    </div>
  );
}
