import type { RecordedReflection } from '#domain/records/child-record-forms.ts';
import type { DiscussionChild, Reflection } from '#domain/records/discussion.ts';
import type { Depth } from '#domain/records/discussion-field-types.ts';
import { type ReflectionModel, reflectionModel, stepId } from './reflection-models.ts';

interface OwnStep {
  readonly key: string;
  readonly label: string;
}

const ownSteps = ({ groups }: ReflectionModel): readonly OwnStep[] =>
  groups.flatMap(({ title, steps }) =>
    steps.flatMap((step) =>
      'key' in step
        ? [{ key: step.key, label: title ? `${title}: ${step.label}` : step.label }]
        : [],
    ),
  );

/** REFLECT1: a line for each step of the model that has none yet; what was typed under another stays. */
export function withSteps(reflection: Reflection, code: string): Reflection['steps'] {
  const model = reflectionModel(code);
  const held = new Set(reflection.steps.map(({ id }) => id));
  const missing = (model ? ownSteps(model) : [])
    .map(({ key }) => ({ id: stepId(code, key), key, text: '' }))
    .filter(({ id }) => !held.has(id));
  return [...reflection.steps, ...missing];
}

/** REFLECT2: the model that was chosen and what was answered under it, in depth; nothing otherwise. */
export function reflectionPart(
  { reflection }: Pick<DiscussionChild, 'reflection'>,
  depth: Depth,
): { readonly reflection?: RecordedReflection } {
  const model = depth === 'inDepth' ? reflectionModel(reflection.model) : undefined;
  if (!model) return {};
  const own = ownSteps(model);
  const steps = reflection.steps
    .filter(({ id, key, text }) => id === stepId(model.code, key) && text.trim() !== '')
    // A step of a newer version has no words here, and is shown by its key.
    .map(({ key, text }) => ({ at: own.findIndex((step) => step.key === key), key, text }))
    .toSorted((a, b) => (a.at < 0 ? own.length : a.at) - (b.at < 0 ? own.length : b.at))
    .map(({ at, key, text }) => ({ key, label: own[at]?.label ?? key, text }));
  return steps.length === 0 ? {} : { reflection: { model: model.code, label: model.label, steps } };
}
