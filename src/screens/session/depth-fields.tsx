import { useFormContext } from 'react-hook-form';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import { fieldsAt, onTrackChoices } from '#domain/records/discussion-fields.ts';
import { subjectWord } from '#domain/subject.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface DepthFieldsProps {
  readonly index: number;
  readonly depth: '' | 'brief' | 'inDepth';
  readonly child: Child;
  readonly today: CalendarDate;
}

/** The fields of the field table for this depth. Before one is chosen, a line can be written already. */
export function DepthFields({ index, depth, child, today }: DepthFieldsProps) {
  const { register, getValues, setValue, formState } = useFormContext<DiscussionValues>();
  const errors = formState.errors.children?.[index];
  const word = subjectWord(child, today);
  const at = `children.${index}` as const;
  // Typing the one line is choosing a brief check-in; in depth is always chosen.
  const chooseBrief = () => {
    if (getValues(`${at}.depth`) === '') setValue(`${at}.depth`, 'brief');
  };
  return (
    <>
      {fieldsAt(depth === '' ? 'brief' : depth).map(({ key, label, ...field }) => (
        <TextAreaField
          key={key}
          label={label(word)}
          hint={'hint' in field ? field.hint?.(word) : undefined}
          rows={key === 'analysis' || key === 'summary' ? 4 : 2}
          grow
          error={errors?.[key]?.message}
          {...register(`${at}.${key}`, depth === '' ? { onChange: chooseBrief } : {})}
        />
      ))}
      <RadiosField
        legend="Is the plan on track?"
        inline
        small
        options={onTrackChoices}
        error={errors?.onTrack?.message}
        {...register(`${at}.onTrack`)}
      />
    </>
  );
}
