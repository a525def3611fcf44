import { useState } from 'react';
import type { GroupSession } from '#domain/records/group.ts';
import { bringFamilyIn, groupFamiliesOf } from '#storage/group/groups.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import type { GroupItem } from './group-items.ts';
import { familyLabel } from './group-words.ts';

interface BringFamilyInProps {
  readonly group: GroupSession;
  readonly items: readonly GroupItem[];
}

/** A family that was not on the agenda, while the group goes on. */
export function BringFamilyIn({ group, items }: BringFamilyInProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState('');
  const held = new Set(items.map(({ discussion }) => discussion.familyKey));
  const others = groupFamiliesOf(workspace, group)
    .filter(({ familyKey }) => !held.has(familyKey))
    .map(({ familyKey, children }) => ({ value: familyKey, label: familyLabel(children) }));
  if (others.length === 0) return null;

  async function bring() {
    const label = others.find(({ value }) => value === chosen)?.label ?? '';
    await bringFamilyIn(workspace, group.id, chosen);
    setChosen('');
    announce(`${label} is on the list of this group`);
  }
  return (
    <Details summary="Bring another family in">
      <SelectField
        name="bringIn"
        id="bring-in"
        label="Family"
        options={[{ value: '', label: 'Choose' }, ...others]}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Button variant="secondary" disabled={chosen === ''} onClick={() => void bring()}>
        Bring this family in
      </Button>
    </Details>
  );
}
