import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { GroupMember } from '#domain/records/group.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import type { GroupValues } from './group-values.ts';

interface AddMemberProps {
  readonly onAdd: (member: GroupMember) => void;
}

/** From the practitioners held here, or somebody of another agency by name. */
export function AddMember({ onAdd }: AddMemberProps) {
  const workspace = useWorkspace();
  const { control } = useFormContext<GroupValues>();
  const members = useWatch({ control, name: 'members' });
  const [chosen, setChosen] = useState('');
  const me = findStaff(workspace, settingsOf(workspace).me)?.body;
  // Whoever takes the notes for somebody else’s group is one of its members too.
  const held = [...practitioners(workspace), ...(me ? [me] : [])].filter(
    ({ ref }) => !members.some(({ staffRef }) => staffRef === ref),
  );

  function add(staffRef: string) {
    const { name = '', role = '' } = findStaff(workspace, staffRef)?.body ?? {};
    onAdd(GroupMember.parse({ id: workspace.ports.newId(), staffRef, name, role }));
    setChosen('');
  }
  return (
    <>
      {held.length > 0 && (
        <>
          <SelectField
            name="addPractitioner"
            label="A member of staff held here"
            options={[
              { value: '', label: 'Choose' },
              ...held.map(({ ref, name }) => ({ value: ref, label: name })),
            ]}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          <Button variant="secondary" disabled={chosen === ''} onClick={() => add(chosen)}>
            Add this person
          </Button>{' '}
        </>
      )}
      <Button variant="secondary" onClick={() => add('')}>
        Add a person of another agency
      </Button>
    </>
  );
}
