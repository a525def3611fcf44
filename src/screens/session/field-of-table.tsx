import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { type CalendarDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { heldWords } from '#domain/discussion/check-words.ts';
import type { Child } from '#domain/records/child.ts';
import type {
  ChoiceField,
  DiscussionField,
  SubjectWord,
  TextField as TextOfTable,
} from '#domain/records/discussion-field-types.ts';
import { type CheckKey, choiceCodes } from '#domain/records/discussion-keys.ts';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';
import { Hypotheses } from './hypotheses.tsx';

export interface FieldProps<Field = DiscussionField> {
  readonly index: number;
  readonly field: Field;
  readonly child: Child;
  readonly word: SubjectWord;
  /** The day a typed date is read from. */
  readonly today: CalendarDate;
  readonly onTyped?: () => void;
  /** Under a text, and a part of its description. */
  readonly below?: ReactNode;
}

/** One field of the field table, by its kind. */
export function FieldOfTable(props: FieldProps) {
  const { index, field, word, child } = props;
  const { register } = useFormContext<DiscussionValues>();
  const label = field.label(word);
  const hint = field.hint?.(word);
  switch (field.kind) {
    case 'choice':
    case 'check':
      return <Choice {...props} field={field} />;
    case 'several':
      return (
        <CheckboxesField
          legend={label}
          hint={hint}
          small
          options={Object.entries(field.words).map(([value, words]) => ({ value, label: words }))}
          {...register(`children.${index}.${field.key}`)}
        />
      );
    case 'tick':
      return <CheckboxField small label={label} {...register(`children.${index}.${field.key}`)} />;
    case 'list':
      return <Hypotheses index={index} child={child} label={label} hint={hint} />;
    default:
      return <Text {...props} field={field} />;
  }
}

function Text({ index, field, word, today, onTyped, below }: FieldProps<TextOfTable>) {
  const { register, formState } = useFormContext<DiscussionValues>();
  const name = `children.${index}.${field.key}` as const;
  const text = {
    label: field.label(word),
    hint: field.hint?.(word),
    error: formState.errors.children?.[index]?.[field.key]?.message,
    ...register(name, onTyped ? { onChange: onTyped } : {}),
  };
  if (field.kind === 'date') return <DateOfTable name={name} today={today} text={text} />;
  if (field.kind === 'line') return <TextField {...text} />;
  return (
    <TextAreaField
      rows={field.key === 'analysis' || field.key === 'summary' ? 4 : 2}
      grow
      below={below}
      {...text}
    />
  );
}

interface DateOfTableProps {
  readonly name: `children.${number}.${TextOfTable['key']}`;
  readonly today: CalendarDate;
  readonly text: Parameters<typeof DateTextField>[0];
}

function DateOfTable({ name, today, text }: DateOfTableProps) {
  const { control } = useFormContext<DiscussionValues>();
  const read = readTypedDate(useWatch({ control, name }) ?? '', today, { prefer: 'past' });
  const echo = read.outcome === 'read' ? formatLongDate(read.date) : undefined;
  return <DateTextField {...text} hint="14 11 2026 or 14 nov." echo={echo} />;
}

/** A list and no radios: it can be taken back to "not answered", which is what most of them are. */
function Choice({ index, field, word, child }: FieldProps<ChoiceField>) {
  const { register } = useFormContext<DiscussionValues>();
  const codes: readonly string[] = choiceCodes[field.key];
  const held = field.kind === 'check' ? `${heldWords(field.key as CheckKey, child)}.` : undefined; // a field of that kind has such a key
  return (
    <SelectField
      label={field.label(word)}
      hint={held ?? field.hint?.(word)}
      options={[
        { value: '', label: 'Not answered' },
        ...codes.map((value) => ({ value, label: field.words[value] ?? value })),
      ]}
      {...register(`children.${index}.${field.key}`)}
    />
  );
}
