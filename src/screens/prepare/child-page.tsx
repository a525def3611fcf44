import { Fragment } from 'react';
import { useWatch } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { checkWords } from '#domain/caseload/field-words.ts';
import { ageText, subjectWord } from '#domain/caseload/subject.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { partALabel } from '#domain/preparation/part-a.ts';
import { partAFields } from '#domain/records/preparation.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { PageHeading } from '#ui/page.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { DepthAsked } from './depth-asked.tsx';
import { ImpactFields } from './impact-fields.tsx';
import { ChangesOn, PartAForm } from './part-a-form.tsx';
import { usePrepareForms } from './prepare-forms.ts';
import type { PrepareItem } from './prepare-list.ts';
import { PreviousAndNext } from './previous-and-next.tsx';
import { SaidActions } from './said-actions.tsx';
import { SeenDates } from './seen-dates.tsx';

interface ChildPageProps {
  readonly item: PrepareItem;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onReady: () => void;
}

/** The short Part A of one child. Nothing on it is ever required. */
export function ChildPage({ item, previous, next, onReady }: ChildPageProps) {
  const { child } = item;
  const { preparation, before } = usePrepareForms();
  const { getValues, setValue } = preparation;
  const index = getValues('children').findIndex(({ childRef }) => childRef === child.ref);
  const impactAt = before.getValues('impact').findIndex(({ childRef }) => childRef === child.ref);
  const ready = `children.${index}.ready` as const;
  const isReady = useWatch({ control: preparation.control, name: ready });

  function markReady() {
    setValue(ready, true);
    onReady();
  }
  const onKeyDown = useDoneKey(markReady);
  const doneKey = useKeyOf('done');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same
    <div onKeyDown={onKeyDown}>
      <ChildHeading item={item} />
      <Form id="prepare" onSubmit={(event) => event.preventDefault()}>
        <PartA item={item} index={index} />
        <DepthAsked child={child} index={index} />
      </Form>
      <ImpactFields index={impactAt} />
      <ButtonGroup>
        <Button {...doneKey} onClick={markReady}>
          {isReady ? 'Ready: go to next' : 'Mark as ready and go to next'}
        </Button>
        {isReady && (
          <Button variant="link" onClick={() => setValue(ready, false)}>
            Not ready after all
          </Button>
        )}
        <PreviousAndNext previous={previous} next={next} />
      </ButtonGroup>
    </div>
  );
}

function ChildHeading({ item: { rowId, child } }: { readonly item: PrepareItem }) {
  const workspace = useWorkspace();
  const status = cohortOptions(profileOf(workspace)).find(({ code }) => code === child.status);
  const facts = [status?.label, ageText(child, todayIn(workspace), formatDate)].filter(Boolean);
  return (
    <>
      <PageHeading focusKey={rowId}>{child.name || child.reference || 'No name held'}</PageHeading>
      {facts.length > 0 && <p className="govuk-body">{facts.join(', ')}</p>}
      {child.checks.map((check) => (
        <p key={check.field} className="govuk-body">
          <strong>{checkWords(check)}</strong>
        </p>
      ))}
    </>
  );
}

interface PartProps {
  readonly item: PrepareItem;
  readonly index: number;
}

type Field = (typeof partAFields)[number];

function PartA({ item, index }: PartProps) {
  const { child } = item;
  const workspace = useWorkspace();
  const { register } = usePrepareForms().preparation;
  const profile = profileOf(workspace);
  const isForm = profile.forms?.supervisionRecord !== undefined;
  const name = childLabel(child);
  // What the policy's own Part A has no line for is not on the record by itself (FORM3).
  const isOnForm = ({ key }: Field) => !isForm || partALabel(profile, key) !== undefined;
  return (
    <>
      <CheckboxField small label="Nothing to add" {...register(`children.${index}.nothingToAdd`)} />
      <SaidActions childRef={child.ref} name={name} />
      <fieldset className="fp-plain">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Part A</legend>
        {isForm ? (
          <p className="govuk-body">
            <Destination file="child" name={name} /> As you wrote it, once the supervisor finalises
            the record.
          </p>
        ) : (
          <p className="govuk-body">
            <Destination file="preparation" name={name} />
          </p>
        )}
        <p className="govuk-body">About 150 words in all.</p>
        {isForm && <PartAForm item={item} index={index} />}
        <PartATexts item={item} index={index} fields={partAFields.filter(isOnForm)} />
        {!isForm && <Seen item={item} index={index} />}
      </fieldset>
      {isForm && (
        <fieldset className="fp-plain">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            Beside Part A
          </legend>
          <p className="govuk-body">
            <Destination file="preparation" name={name} />
          </p>
          <PartATexts
            item={item}
            index={index}
            fields={partAFields.filter((field) => !isOnForm(field))}
          />
          <Seen item={item} index={index} />
        </fieldset>
      )}
    </>
  );
}

function PartATexts({
  item: { child },
  index,
  fields,
}: PartProps & { readonly fields: readonly Field[] }) {
  const workspace = useWorkspace();
  const { register } = usePrepareForms().preparation;
  const profile = profileOf(workspace);
  const isForm = profile.forms?.supervisionRecord !== undefined;
  const word = subjectWord(child, todayIn(workspace));
  return fields.map(({ key, label, hint }) => (
    <Fragment key={key}>
      <TextAreaField
        label={partALabel(profile, key) ?? label(word)}
        hint={hint}
        rows={2}
        grow
        {...register(`children.${index}.${key}`)}
      />
      {isForm && key === 'changes' && <ChangesOn index={index} />}
    </Fragment>
  ));
}

function Seen({ item: { child }, index }: PartProps) {
  return (
    <SeenDates child={child} index={index} word={subjectWord(child, todayIn(useWorkspace()))} />
  );
}
