import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import type { Stored } from '#domain/records/schemas.ts';

/** The parts of a schema that are looked at here; the rest of its definition is its own business. */
interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodMiniType>;
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
}

const definitionOf = (schema: z.ZodMiniType | undefined) =>
  (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def; // how zod keeps it

/** `notes.managerial.text`, `discussions.children[].briefNote`, `imports.mapping{}`. */
type Path = string;

export interface Canaries {
  /** Stays as it is: the app finds its records and its dates by it, or it may be on a child's record. */
  readonly keep: (path: Path) => boolean;
  /** Every text that was planted, by the path it was planted at. */
  readonly planted: Map<string, Path>;
}

/**
 * A record in which every text that the schema knows, and that `keep` does not name, is a canary: a text
 * that stands nowhere else. An empty list gets one item, so that no field is passed over. The walk is
 * over the schema and not over the record: a field that is added to one tomorrow is filled tomorrow.
 */
export function withCanaries<C extends CollectionName>(
  canaries: Canaries,
  collection: C,
  body: object = {},
): Stored<C> {
  return filled(canaries, recordSchemas[collection], collection, body) as Stored<C>; // the schema's own shape
}

/** Every path at which a record of this collection may hold text. */
export function textPaths(collection: CollectionName): readonly Path[] {
  const canaries: Canaries = { keep: () => false, planted: new Map() };
  for (const option of optionsOf(recordSchemas[collection]))
    filled(canaries, option, collection, undefined);
  return [...new Set(canaries.planted.values())];
}

const optionsOf = (schema: z.ZodMiniType): readonly z.ZodMiniType[] =>
  definitionOf(schema).options ?? [schema];

function filled(canaries: Canaries, schema: z.ZodMiniType, path: Path, value: unknown): unknown {
  const definition = definitionOf(schema);
  const { shape, element, innerType, valueType, options, entries, values } = definition;
  if (definition.type === 'string') return canary(canaries, path, value);
  if (innerType) return value === null ? null : filled(canaries, innerType, path, value);
  if (shape) {
    const held = (value ?? {}) as Record<string, unknown>; // an object schema's value
    const own = Object.entries(shape).map(([key, field]) => [
      key,
      filled(canaries, field, `${path}.${key}`, held[key]),
    ]);
    return { ...held, ...Object.fromEntries(own) };
  }
  if (element) return filledList(canaries, element, `${path}[]`, value);
  if (valueType) {
    const held = Object.entries((value ?? {}) as Record<string, unknown>);
    const all = held.length > 0 ? held : [['any', undefined]];
    return Object.fromEntries(
      all.map(([key, each]) => [key, filled(canaries, valueType, `${path}{}`, each)]),
    );
  }
  if (options) return filled(canaries, optionFor(options, value), path, value);
  if (value !== undefined) return value;
  if (definition.type === 'boolean') return true;
  if (definition.type === 'number') return 1;
  return entries ? Object.values(entries).at(-1) : values?.[0];
}

function filledList(canaries: Canaries, item: z.ZodMiniType, path: Path, value: unknown) {
  const held = (value ?? []) as readonly unknown[]; // a list schema's value
  if (held.length > 0) return held.map((each) => filled(canaries, item, path, each));
  return canaries.keep(path) ? [] : [filled(canaries, item, path, undefined)];
}

/** Of a union told apart by `kind`: the one of this record, or the first. */
function optionFor(options: readonly z.ZodMiniType[], value: unknown): z.ZodMiniType {
  const kind = (value as { kind?: string } | undefined)?.kind;
  const found = options.find((option) => {
    const field = definitionOf(option).shape?.kind;
    return field && definitionOf(field).values?.includes(kind);
  });
  const chosen = found ?? options[0];
  if (!chosen) throw new Error('a union of nothing');
  return chosen;
}

function canary({ keep, planted }: Canaries, path: Path, value: unknown): unknown {
  if (keep(path)) return value ?? '';
  const text = `canary ${planted.size + 1} of ${path};`;
  planted.set(text, path);
  return text;
}
