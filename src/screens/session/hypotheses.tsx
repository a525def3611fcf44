import { useFieldArray, useFormContext } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface HypothesesProps {
  readonly index: number;
  readonly child: Child;
  readonly label: string;
  readonly hint: string | undefined;
}

const states = [
  { value: 'open', label: 'Open' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'discounted', label: 'Discounted' },
] as const;

/** What may explain it, each with what speaks for and against it (000:44, 001:29). */
export function Hypotheses({ index, child, label, hint }: HypothesesProps) {
  const workspace = useWorkspace();
  const { control, register, getValues } = useFormContext<DiscussionValues>();
  const name = `children.${index}.hypotheses` as const;
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' });
  const newId = () => workspace.ports.newId() as RecordId; // a port makes ids
  const last = recordsOfChild(workspace, child.ref).find(
    ({ sessionId, hypotheses }) => sessionId !== getValues('sessionId') && hypotheses,
  );
  const open = (last?.hypotheses ?? []).filter(({ status }) => status === 'open');
  return (
    <fieldset className="fp-plain">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <p className="govuk-body">
        {hint} One with what speaks for it and what speaks against it can stand in place of the
        analysis.
      </p>
      {fields.map(({ key }, i) => (
        <div key={key} className="fp-repeat">
          <TextAreaField
            label={`Hypothesis ${i + 1}`}
            rows={2}
            grow
            {...register(`${name}.${i}.statement`)}
          />
          <TextAreaField
            label={<>What speaks for it{of(i)}</>}
            rows={2}
            grow
            {...register(`${name}.${i}.evidenceFor`)}
          />
          <TextAreaField
            label={<>What speaks against it{of(i)}</>}
            rows={2}
            grow
            {...register(`${name}.${i}.evidenceAgainst`)}
          />
          <SelectField
            label={<>Where it stands{of(i)}</>}
            options={states}
            {...register(`${name}.${i}.status`)}
          />
          <Button variant="link" onClick={() => remove(i)}>
            Remove hypothesis {i + 1}
          </Button>
        </div>
      ))}
      <ButtonGroup>
        <Button
          variant="secondary"
          onClick={() =>
            append({
              id: newId(),
              statement: '',
              evidenceFor: '',
              evidenceAgainst: '',
              status: 'open',
            })
          }
        >
          Add a hypothesis
        </Button>
        {fields.length === 0 && open.length > 0 && (
          <Button
            variant="secondary"
            onClick={() =>
              append(
                open.map(({ statement, evidenceFor, evidenceAgainst, status }) => ({
                  ...{ id: newId(), statement, evidenceFor, evidenceAgainst, status },
                })),
              )
            }
          >
            Bring in the open hypotheses of last time
          </Button>
        )}
      </ButtonGroup>
    </fieldset>
  );
}

/** Read out, so that each box says which hypothesis it is of. */
const of = (i: number) => <span className="govuk-visually-hidden"> (hypothesis {i + 1})</span>;
