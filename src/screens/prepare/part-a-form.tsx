import { useWatch } from 'react-hook-form';
import { readSeenDate } from '#domain/agenda/seen-dates.ts';
import { familyKeyOf } from '#domain/caseload/caseload.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { familyTexts, partALabel } from '#domain/preparation/part-a.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { profileOf, settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { usePrepareForms } from './prepare-forms.ts';
import type { PrepareItem } from './prepare-list.ts';

interface PartAFormProps {
  readonly item: PrepareItem;
  readonly index: number;
}

/** What only a policy's own Part A asks: the family's name, and its words once for brothers and sisters. */
export function PartAForm({ item: { child }, index }: PartAFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { register, getValues, setValue } = usePrepareForms().preparation;
  const family = openChildren(workspace, settingsOf(workspace).me).filter(
    (other) => other.ref !== child.ref && familyKeyOf(other) === familyKeyOf(child),
  );
  const at = `children.${index}` as const;
  const partOf = (ref: string) => getValues('children').find(({ childRef }) => childRef === ref);

  function copyFrom(ref: string) {
    const from = partOf(ref);
    const own = partOf(child.ref);
    if (!from || !own) return;
    for (const [key, text] of familyTexts(from, own))
      setValue(`${at}.${key}`, text, { shouldDirty: true });
    announce('The words are in the fields that were empty');
  }
  return (
    <>
      <TextField
        label={partALabel(profileOf(workspace), 'familyName') ?? 'Family name'}
        width="20"
        {...register(`${at}.familyName`)}
      />
      {family.map((other) => (
        <Button key={other.ref} variant="secondary" onClick={() => copyFrom(other.ref)}>
          Use what I wrote for {childLabel(other)}
        </Button>
      ))}
      {family.length > 0 && (
        <p className="govuk-hint">
          It fills what is empty here. Take out what is about the other child alone.
        </p>
      )}
    </>
  );
}

/** Read on the day it is typed: "friday" is another day next week. */
export function ChangesOn({ index }: { readonly index: number }) {
  const workspace = useWorkspace();
  const { control, register, setValue } = usePrepareForms().preparation;
  const at = `children.${index}` as const;
  const [typed = '', read = ''] = useWatch({
    control,
    name: [`${at}.changesOn`, `${at}.changesOnDate`],
  });
  const date = parseCalendarDate(read);
  const unread = typed.trim() === '' ? undefined : 'Kept as written; no date was read from it';
  return (
    <DateTextField
      label="When it changed"
      hint="12/11/2026, 12 nov, yesterday or friday."
      echo={date ? formatLongDate(date) : unread}
      {...register(`${at}.changesOn`, {
        onChange: (event: { target: { value: string } }) =>
          setValue(`${at}.changesOnDate`, readSeenDate(event.target.value, todayIn(workspace))),
      })}
    />
  );
}
