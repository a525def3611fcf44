import { lazy, Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { Child } from '#domain/records/child.ts';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import type { DiscussionValues } from './discussion-values.ts';

/** Fetched when the first discussion in depth is opened: the session does not wait for it. */
const ReflectionHelper = lazy(async () => ({
  default: (await import('./reflection-helper.tsx')).ReflectionHelper,
}));

interface ReflectionProps {
  readonly index: number;
  readonly child: Child;
}

export function Reflection({ index, child }: ReflectionProps) {
  const { getValues } = useFormContext<DiscussionValues>();
  const [startsOpen] = useState(() => getValues(`children.${index}.reflection.model`) !== '');
  return (
    <Details summary="A model to think by" open={startsOpen}>
      <p className="govuk-body">
        <Destination file="child" name={childLabel(child)} /> Only what is answered.
      </p>
      <Suspense fallback={<p className="govuk-body">Opening…</p>}>
        <ReflectionHelper index={index} />
      </Suspense>
    </Details>
  );
}
