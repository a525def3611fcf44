import { fieldId } from './field.tsx';

export interface FormError {
  readonly id: string;
  readonly message: string;
}

/** The part of react-hook-form's `formState` that is read here. */
interface Submitted {
  readonly errors: object;
  readonly submitCount: number;
}

/** A nested form value may well have a field called `type`, but never one that is an error's text. */
const isError = (node: object): node is { type: unknown; message: string } =>
  'type' in node && 'message' in node && typeof node.message === 'string';

function* walk(node: unknown, path: readonly string[]): Generator<[string, string]> {
  if (typeof node !== 'object' || node === null) return;
  if (isError(node)) {
    // An array's own error stands under `root`; its field is the array's.
    yield [path.filter((part) => part !== 'root').join('.'), node.message];
    return;
  }
  for (const [key, child] of Object.entries(node)) yield* walk(child, [...path, key]);
}

/** Every error, nested ones too, with the id of its field by the convention `formId-path`. */
export function listFormErrors(formId: string, errors: object): readonly FormError[] {
  return [...walk(errors, [])].map(([path, message]) => ({
    id: path === '' ? formId : fieldId(formId, path),
    message,
  }));
}

/** Spread it: `<ErrorSummary {...useFormErrors('session', formState)} />`. */
export function useFormErrors(formId: string, { errors, submitCount }: Submitted) {
  return { errors: listFormErrors(formId, errors), submitCount };
}
