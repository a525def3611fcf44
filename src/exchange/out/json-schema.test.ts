import { describe, expect, it } from 'vitest';
import { fromJSONSchema } from 'zod';
import * as z from 'zod/mini';
import {
  ExportFile,
  ExportRow,
  exportedCollections,
  exportPieces,
} from '#domain/out/export-file.ts';
import { FinishedCancellation } from '#domain/records/cancellation.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import { MonitoringRecord } from '#domain/records/monitoring.ts';
import { ObservationRecord } from '#domain/records/observation.ts';
import { StaffRecord } from '#domain/records/staff-record.ts';
import { aSupervisionStory, offSick } from '../../../test/supervision-story.ts';
import { everythingIn, headerOf, rowsOf } from './export-rows.ts';
import { paceOf } from './pace.ts';

const PUBLISHED = '../../../docs/schema/footprint-export-1.json';

/** What a row of a collection becomes when it is finalised, where that is a shape of its own. */
const finals = {
  notes: StaffRecord,
  observations: ObservationRecord,
  monitoring: MonitoringRecord,
  cancellations: FinishedCancellation,
};

/** As it is read: a field that an older version had not may be missing. */
const schemaOf = (schema: z.ZodMiniType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  return rest;
};

/** Of the file itself an unknown field is refused; a record keeps what a newer version wrote. */
function closed<Schema>(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map(closed) as Schema; // the same shape, closed
  if (typeof schema !== 'object' || schema === null) return schema;
  const all = Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, closed(each)]));
  return ('properties' in schema ? { ...all, additionalProperties: false } : all) as Schema; // likewise
}

/** The published schema: the file, and for each collection what its text holds once it is read as JSON. */
function published() {
  const { properties: row, required } = schemaOf(ExportRow);
  const file = closed(schemaOf(ExportFile));
  const finalName = (name: string) => `${name}Final`;
  const contentOf = (name: string) =>
    name in finals
      ? { anyOf: [{ $ref: `#/$defs/${finalName(name)}` }, { $ref: `#/$defs/${name}` }] }
      : { $ref: `#/$defs/${name}` };
  const rows = exportedCollections.map((name) => ({
    type: 'object',
    properties: {
      ...row,
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      collection: { const: name },
      text: {
        type: 'string',
        contentMediaType: 'application/json',
        contentSchema: contentOf(name),
      },
    },
    ...{ required, additionalProperties: false },
  }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'footprint-export-1.json',
    title: 'Footprint export, version 1',
    description:
      'Each record has its stored text and the SHA-256 of the UTF-8 bytes of it. The text of a finished record is canonical JSON (RFC 8785): hash it as it is, and do not write it again. Dates are YYYY-MM-DD; moments are ISO 8601 with an offset.',
    ...file,
    properties: {
      ...file.properties,
      records: { type: 'array', items: { anyOf: rows } },
    },
    $defs: {
      ...Object.fromEntries(
        exportedCollections.map((name) => [name, schemaOf(recordSchemas[name])]),
      ),
      ...Object.fromEntries(
        Object.entries(finals).map(([name, schema]) => [finalName(name), schemaOf(schema)]),
      ),
    },
  };
}

describe('the published schema of an export', () => {
  // After a change that is meant: npx vitest run --project unit src/exchange/out/json-schema.test.ts -u
  it('is that of the code, and is written beside it', async () => {
    await expect(`${JSON.stringify(published(), undefined, 2)}\n`).toMatchFileSnapshot(PUBLISHED);
  });

  it('an export of everything is valid by it, each text too', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const pace = paceOf({ nowMs: workspace.ports.nowMs });
    const rows = await rowsOf(everythingIn(workspace), pace);
    const file: unknown = JSON.parse(
      [...exportPieces(headerOf(workspace, 'everything'), rows)].join(''),
    );
    const { $defs, ...schema } = published();
    const whole = fromJSONSchema(withoutContent(schema) as Parameters<typeof fromJSONSchema>[0]);
    expect(whole.safeParse(file).error).toBeUndefined();
    expect(whole.safeParse({ ...(file as object), more: 1 }).success).toBe(false);
    const names = new Set(rows.map(({ collection }) => collection));
    expect(names.size).toBeGreaterThan(15);
    for (const name of names) {
      const one = fromJSONSchema($defs[name] as Parameters<typeof fromJSONSchema>[0]);
      for (const { text } of rows.filter(({ collection }) => collection === name))
        expect([name, one.safeParse(JSON.parse(text)).error]).toEqual([name, undefined]);
      expect([name, one.safeParse({ id: 5 }).success]).toEqual([name, false]);
    }
  });
});

/** What a text holds is looked at by itself: no validator goes into it unasked. */
function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'contentSchema' && key !== 'contentMediaType')
      .map(([key, each]) => [key, withoutContent(each)]),
  );
}
