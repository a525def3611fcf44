import type { ReactNode } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { TextField } from '#ui/text-field.tsx';

/** The part of a draft that is filled in here. */
interface WithActions {
  readonly actions: { id: string; what: string; owner: string; byWhen: string }[];
}

interface ActionLinesProps {
  /** The day a typed "2 weeks" is counted from. */
  readonly agreedOn: CalendarDate;
  /** A hook: what is to be said of the words of a line. The same function at each drawing. */
  readonly useHint?: (index: number) => ReactNode;
}

const useNoHint = (): ReactNode => undefined;

/** What will be done, by whom and by when: as many lines as there are actions in the form around it. */
export function ActionLines({ agreedOn, useHint = useNoHint }: ActionLinesProps) {
  const workspace = useWorkspace();
  const { control, register, formState } = useFormContext<WithActions>();
  const { fields, append, remove } = useFieldArray({ control, name: 'actions', keyName: 'key' });
  return (
    <>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <What index={i} useHint={useHint} />
          <TextField
            label="Who"
            width="20"
            error={formState.errors.actions?.[i]?.owner?.message}
            {...register(`actions.${i}.owner`)}
          />
          <ByWhen index={i} agreedOn={agreedOn} />
          <Button variant="link" onClick={() => remove(i)}>
            Remove action {i + 1}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        onClick={() =>
          append(
            { id: workspace.ports.newId(), what: '', owner: '', byWhen: '' },
            // Else the caret goes to the field that was registered first, which is not the first to be filled.
            { focusName: `actions.${fields.length}.what` },
          )
        }
      >
        Add an action
      </Button>
    </>
  );
}

function What({
  index,
  useHint,
}: { readonly index: number } & Required<Pick<ActionLinesProps, 'useHint'>>) {
  const { register, formState } = useFormContext<WithActions>();
  return (
    <TextField
      label={`Action ${index + 1}: what`}
      hint={useHint(index)}
      error={formState.errors.actions?.[index]?.what?.message}
      {...register(`actions.${index}.what`)}
    />
  );
}

function ByWhen({ index, agreedOn }: { readonly index: number; readonly agreedOn: CalendarDate }) {
  const { control, register, formState } = useFormContext<WithActions>();
  const name = `actions.${index}.byWhen` as const;
  const typed = useWatch({ control, name }) ?? '';
  return (
    <ByWhenField
      typed={typed}
      agreedOn={agreedOn}
      error={formState.errors.actions?.[index]?.byWhen?.message}
      {...register(name)}
    />
  );
}
