import { useFormContext, useWatch } from 'react-hook-form';
import { familyKeyOf, isOpenOn } from '#domain/caseload/caseload.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { namesInOthers } from '#domain/entries/names-in-others.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { draftOf, type EntryValues } from './entry-values.ts';

/** Two of the same name are told apart by the reference; a restricted name is never among them (LIST7). */
function suggestionsOf(children: readonly Child[]): ReadonlyMap<string, ChildRef> {
  const labels = children.map((child) => ({ child, label: childLabel(child) }));
  return new Map(
    labels.map(({ child, label }) => {
      const isOnly = labels.filter((each) => each.label === label).length === 1;
      return [isOnly ? label : `${label}, ${child.reference || child.dateOfBirth}`, child.ref];
    }),
  );
}

const plain = (text: string) => text.trim().toLowerCase();

function refOf(suggestions: ReadonlyMap<string, ChildRef>, typed: string): ChildRef | undefined {
  return [...suggestions].find(([label]) => plain(label) === plain(typed))?.[1];
}

/** The child, by a name that is typed, and brothers and sisters by ticks. Says whose record it goes on. */
export function WhoItIsAbout() {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const open = useAll('children').filter((child) => isOpenOn(child, today));
  const { register, control, setValue, formState } = useFormContext<EntryValues>();
  const chosen = useWatch({ control, name: 'childRefs' });
  const suggestions = suggestionsOf(open);
  const about = open.filter(({ ref }) => chosen.includes(ref));
  const first = about[0];
  const family = first ? open.filter((child) => familyKeyOf(child) === familyKeyOf(first)) : [];
  const typed = register('childTyped');

  function choose(text: string): void {
    const ref = refOf(suggestions, text);
    const isHere = ref !== undefined && chosen.includes(ref);
    if (!isHere) setValue('childRefs', ref ? [ref] : []);
  }
  return (
    <>
      <DatalistField
        label="Child"
        hint="Type the name and choose it."
        width="20"
        suggestions={[...suggestions.keys()]}
        error={formState.errors.childTyped?.message}
        {...typed}
        onChange={(event) => {
          choose(event.currentTarget.value);
          return typed.onChange(event);
        }}
      />
      {family.length > 1 && (
        <>
          <CheckboxesField
            legend="Who in the family it is about"
            hint="Each has a record of their own with the same text. Leave names out of it."
            small
            options={family.map((child) => ({ value: child.ref, label: childLabel(child) }))}
            {...register('childRefs')}
          />
          <NamesInText about={about} />
        </>
      )}
      <p className="govuk-body">
        {about.length === 0 && <Destination file="child" name="the child" />}
        {about.map((child) => (
          <span key={child.ref}>
            <Destination file="child" name={childLabel(child)} />{' '}
          </span>
        ))}
      </p>
    </>
  );
}

/** Asked only where the text names one of several: nobody's name goes on another's record unsaid. */
function NamesInText({ about }: { readonly about: readonly Child[] }) {
  const { register, control, formState } = useFormContext<EntryValues>();
  const values = useWatch({ control });
  const named = namesInOthers(draftOf(values as EntryValues), about); // every field has its default
  if (named.length === 0 && !values.namesRelevant) return null;
  return (
    <CheckboxField
      small
      label="The names in this text belong on each of these records"
      error={formState.errors.namesRelevant?.message}
      {...register('namesRelevant')}
    />
  );
}
