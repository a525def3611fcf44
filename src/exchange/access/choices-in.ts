import type * as z from 'zod/mini';

/** The parts of a schema that are looked at here; the rest of its definition is its own business. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly values?: readonly unknown[];
}

export type Schema = z.ZodMiniType | undefined;

const definitionOf = (schema: NonNullable<Schema>) =>
  (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def; // how zod keeps it

/** Without what says that it may be missing. */
function inner(schema: Schema): Definition | undefined {
  if (!schema) return undefined;
  const definition = definitionOf(schema);
  return definition.innerType ? inner(definition.innerType) : definition;
}

/** Whether what stands here was chosen from a list, and so is a word of ours and nobody's text. */
export function isChoice(schema: Schema): boolean {
  const found = inner(schema);
  if (!found) return false;
  if (found.options) return found.options.some(isChoice);
  return found.type === 'enum' || found.type === 'literal';
}

/** The schema of a field of an object, of the one of several kinds that the object is. */
export function fieldSchema(schema: Schema, value: object, key: string): Schema {
  const found = inner(schema);
  if (!found?.options) return found?.shape?.[key];
  const { kind } = value as { readonly kind?: unknown };
  const option = found.options.find((each) => {
    const ofKind = inner(each)?.shape?.kind;
    return ofKind && definitionOf(ofKind).values?.includes(kind);
  });
  return fieldSchema(option ?? found.options[0], value, key);
}

export const itemSchema = (schema: Schema): Schema => inner(schema)?.element;
