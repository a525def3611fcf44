import { useFormContext } from 'react-hook-form';
import { reasonAskedFor } from '#domain/agenda/agenda.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { AgendaRow } from '#storage/agenda/agenda.ts';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { AgendaValues } from './agenda-values.ts';

interface ReasonCellProps {
  readonly row: AgendaRow;
  readonly who: string;
  /** A flag of the first group stands for it. */
  readonly isStanding: boolean;
  readonly onLeave: () => void;
}

/** Asked for where it is wanted, and nothing waits for it (AGENDA4). */
export function ReasonCell({ row, who, isStanding, onLeave }: ReasonCellProps) {
  const { register } = useFormContext<AgendaValues>();
  const { item, ask, child, rowId } = row;
  const why = reasonAskedFor(item.depth, ask.depth, isStanding);
  const hints = {
    inDepth: 'Say why in depth.',
    differs: `${who} asks for in depth. A brief check-in instead, because …`,
    standing: 'A brief check-in instead, because …',
  };
  return (
    <TextAreaField
      label={`Reason for ${childLabel(child)}`}
      labelHidden
      hint={why && hints[why]}
      rows={1}
      grow
      {...register(`reasons.${rowId}`, { onBlur: onLeave })}
    />
  );
}
