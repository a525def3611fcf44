import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { gapLine, monthsWords, type SupervisionGap } from '#domain/cancellations/gap-line.ts';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

/** Only where a due date was missed, or where something was written about one. */
export function NotesGap({ gap }: { readonly gap: SupervisionGap }) {
  const { getValues, register } = useFormContext<NoteValues>();
  const { months, considerReallocation } = gap;
  const written = getValues(['gapWhy', 'gapCover', 'gapReallocation']);
  const isAsked = months.length > 0 || written.some((text) => text.trim() !== '');
  // Once it is there it stays: it must not go from under somebody who takes the text out again.
  const [isShown, setShown] = useState(isAsked);
  if (isAsked && !isShown) setShown(true);
  if (!isAsked && !isShown) return null;
  return (
    <NotesSection title="Gap in supervision">
      {months.length > 0 && (
        <p className="govuk-body">
          Supervision that was due in {monthsWords(months)} was not held.
        </p>
      )}
      <TextAreaField label="Why" rows={2} grow {...register('gapWhy')} />
      <Cover gap={gap} />
      {(considerReallocation || written[2].trim() !== '') && (
        <TextAreaField
          label="Was passing cases on to someone else considered?"
          hint="Above all where the risk is high or the absence long."
          rows={2}
          grow
          {...register('gapReallocation')}
        />
      )}
    </NotesSection>
  );
}

/** Under a policy that asks for it, the one thing in these notes that goes on children's records. */
function Cover({ gap: { forChildren } }: { readonly gap: SupervisionGap }) {
  const { control, register } = useFormContext<NoteValues>();
  const cover = useWatch({ control, name: 'gapCover' });
  const goesOnRecords = forChildren.length > 0;
  return (
    <>
      {goesOnRecords && (
        <p className="govuk-body">
          <Destination file="child" name="each open child" />
        </p>
      )}
      <TextAreaField
        label="Who covered"
        hint={
          goesOnRecords
            ? 'Neutral words, such as a name or role and the dates. Never what kind of absence it was.'
            : undefined
        }
        rows={2}
        grow
        {...register('gapCover')}
      />
      {goesOnRecords && (
        <InsetText>
          <span className="fp-text">{gapLine(forChildren, cover)}</span>
        </InsetText>
      )}
    </>
  );
}
