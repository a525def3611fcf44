import { useFormContext } from 'react-hook-form';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { FamilyRow } from './family-row.ts';
import type { GroupAgendaValues } from './group-agenda-values.ts';

interface ChosenCellProps {
  readonly row: FamilyRow;
  readonly onChoose: (chosen: 'yes' | 'no') => void;
}

/** The suggestion stands until somebody says otherwise; a reason is asked for then, and nothing waits for it. */
export function ChosenCell({ row, onChoose }: ChosenCellProps) {
  const { register, getValues } = useFormContext<GroupAgendaValues>();
  const { rowId, label, family, isSuggested } = row;
  const path = `lines.${rowId}.reason` as const;
  const differs = family.chosen !== isSuggested;
  return (
    <>
      <RadiosField
        name={`chosen.${rowId}`}
        legend={`${label}: on the agenda`}
        legendHidden
        inline
        small
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={family.chosen ? 'yes' : 'no'}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === 'yes' ? 'yes' : 'no')}
      />
      {(differs || getValues(path) !== '') && (
        <TextAreaField
          label={`Reason for ${label}`}
          labelHidden
          {...(differs
            ? { hint: family.chosen ? 'On it, because …' : 'Not this time, because …' }
            : {})}
          rows={1}
          grow
          {...register(path)}
        />
      )}
    </>
  );
}
