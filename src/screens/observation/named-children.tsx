import { createContext, useContext, useEffect, useRef } from 'react';
import { type Control, type FieldPath, useFormContext, useWatch } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { childrenNamed, fieldsNaming } from '#domain/observations/children-named.ts';
import type { Child } from '#domain/records/child.ts';
import type { Observation } from '#domain/records/observation.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import type { ObservationValues } from './observation-values.ts';

/** The children whose names do not belong in these texts. */
export const ChildrenContext = createContext<readonly Child[]>([]);

/** Of one text while it is typed: pointed out, said once, and never in the way (OBS6). */
export function useNamedIn(
  control: Control<ObservationValues>,
  name: FieldPath<ObservationValues>,
): string | undefined {
  const children = useContext(ChildrenContext);
  const announce = useAnnounce();
  const text = useWatch({ control, name });
  const named = childrenNamed(typeof text === 'string' ? text : '', children);
  const words =
    named.length === 0
      ? undefined
      : `This names ${named.map(childLabel).join(' and ')}. Describe it without a child’s name: it stays on the supervision file.`;
  const before = useRef(words);
  useEffect(() => {
    if (words && words !== before.current) announce(words);
    before.current = words;
  }, [words, announce]);
  return words;
}

/** Beside the button: every field that names a child, once more before it is finalised. */
export function NamedChildren() {
  const children = useContext(ChildrenContext);
  const { control } = useFormContext<ObservationValues>();
  const values = useWatch({ control });
  const fields = fieldsNaming(values as Observation, children); // every field has its default
  if (fields.length === 0) return null;
  return (
    <InsetText>
      A child is named in: {fields.map(({ label }) => label).join('; ')}. No child’s name belongs on
      this file. It can be finalised all the same.
    </InsetText>
  );
}
