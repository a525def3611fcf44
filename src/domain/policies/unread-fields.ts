import type * as z from 'zod/mini';
import { pathWords } from './profile-faults.ts';
import { PolicyProfile } from './profile-schema.ts';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** Fields of a profile that its schema does not name. They are kept (PROF2), and may be misspelt. */
export const unreadFields = (json: unknown): readonly string[] => unread(PolicyProfile, json, []);

function unread(schema: Schema, value: unknown, path: readonly PropertyKey[]): readonly string[] {
  const def = schema._zod.def as Def; // every schema is of one of zod's own types
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return unread(def.innerType, value, path);
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => unread(def.element, item, [...path, index]))
        : [];
    case 'union':
      // Known to one of its shapes is known.
      return def.options
        .map((option) => unread(option, value, path))
        .reduce((fewest, each) => (each.length < fewest.length ? each : fewest));
    case 'object': {
      if (typeof value !== 'object' || value === null) return [];
      const { shape } = def;
      return Object.entries(value).flatMap(([key, inner]) => {
        const field = shape[key];
        return field ? unread(field, inner, [...path, key]) : [pathWords([...path, key])];
      });
    }
    default:
      return [];
  }
}
