import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { basicsWords } from '#domain/discussion/check-words.ts';
import type { Child } from '#domain/records/child.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { DiscussionValues } from './discussion-values.ts';
import { FieldOfTable } from './field-of-table.tsx';
import { firstFields } from './fields-on-screen.ts';
import { OnTrack } from './on-track.tsx';

interface DepthFieldsProps {
  readonly index: number;
  readonly depth: '' | 'brief' | 'inDepth';
  readonly child: Child;
  readonly today: CalendarDate;
  /** What stands under the sentence of a brief check-in. */
  readonly sameWords: ReactNode;
}

/** What this depth requires. Before one is chosen, a line can be written already. */
export function DepthFields({ index, depth, child, today, sameWords }: DepthFieldsProps) {
  const workspace = useWorkspace();
  const { getValues, setValue } = useFormContext<DiscussionValues>();
  const at = `children.${index}` as const;
  // Typing the one line is choosing a brief check-in; in depth is always chosen.
  const chooseBrief = () => {
    if (getValues(`${at}.depth`) === '') setValue(`${at}.depth`, 'brief');
  };
  return (
    <>
      <p className="govuk-body">{basicsWords(child)}</p>
      {firstFields(depth === '' ? 'brief' : depth, profileOf(workspace)).map((field) => (
        <FieldOfTable
          key={field.key}
          index={index}
          field={field}
          child={child}
          word={subjectWord(child, today)}
          today={today}
          {...(depth === '' ? { onTyped: chooseBrief } : {})}
          {...(field.key === 'briefNote' ? { below: sameWords } : {})}
        />
      ))}
      <OnTrack index={index} />
    </>
  );
}
