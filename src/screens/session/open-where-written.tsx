import { type ReactNode, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { DiscussionField } from '#domain/records/discussion-field-types.ts';
import { Details } from '#ui/details.tsx';
import type { DiscussionValues } from './discussion-values.ts';

const isWritten = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : value === true;

interface OpenWhereWrittenProps {
  readonly summary: ReactNode;
  readonly index: number;
  readonly fields: readonly DiscussionField[];
  readonly children: ReactNode;
}

/** As it was when the form opened: it must not close on somebody who takes the last word out again. */
export function OpenWhereWritten({ summary, index, fields, children }: OpenWhereWrittenProps) {
  const { getValues } = useFormContext<DiscussionValues>();
  const [startsOpen] = useState(() =>
    fields.some(({ key }) => isWritten(getValues(`children.${index}.${key}`))),
  );
  return (
    <Details summary={summary} open={startsOpen}>
      {children}
    </Details>
  );
}

interface TitledProps {
  readonly index: number;
  readonly title: string;
  readonly fields: readonly DiscussionField[];
}

/** How complete it is, said while writing. Nothing waits for it. */
export function Titled({ index, title, fields }: TitledProps) {
  const { control } = useFormContext<DiscussionValues>();
  const expected = fields.filter(({ isExpected }) => isExpected);
  const names = expected.map(({ key }) => `children.${index}.${key}` as const);
  const values: readonly unknown[] = useWatch({ control, name: names });
  if (expected.length === 0) return title;
  return `${title}: ${values.filter(isWritten).length} of ${expected.length} written`;
}
