import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import { DraftAction } from '#domain/records/discussion.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { FamilyValues } from './family-values.ts';
import { Unseen } from './unseen.tsx';

interface ChildActionsProps {
  readonly index: number;
  readonly name: string;
}

/** What will be done for one child: what, who, by when. */
export function ChildActions({ index, name }: ChildActionsProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<FamilyValues>();
  const path = `children.${index}.actions` as const;
  const { fields, append, remove } = useFieldArray({ control, name: path, keyName: 'key' });
  const about = <Unseen>for {name}</Unseen>;
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Actions agreed{about}
      </legend>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextField
            label={
              <>
                Action {i + 1}: what{about}
              </>
            }
            {...register(`${path}.${i}.what`)}
          />
          <TextField label={<>Who{about}</>} width="20" {...register(`${path}.${i}.owner`)} />
          <ByWhen path={`${path}.${i}.byWhen`} />
          <Button variant="link" onClick={() => remove(i)}>
            Remove action {i + 1}
            {about}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        onClick={() => append(DraftAction.parse({ id: workspace.ports.newId() as RecordId }))} // a port makes ids
      >
        Add an action{about}
      </Button>
      {fields.length === 0 && (
        <CheckboxField
          small
          label={<>No actions{about}</>}
          {...register(`children.${index}.noActions`)}
        />
      )}
    </fieldset>
  );
}

function ByWhen({ path }: { readonly path: `children.${number}.actions.${number}.byWhen` }) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<FamilyValues>();
  const typed = useWatch({ control, name: path }) ?? '';
  return <ByWhenField typed={typed} agreedOn={todayIn(workspace)} {...register(path)} />;
}
