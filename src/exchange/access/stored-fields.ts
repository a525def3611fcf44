import type { CollectionName } from '#domain/collections.ts';
import {
  formatDate,
  formatDateTime,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { isLocalRef } from '#domain/ids.ts';
import { shortId } from '#domain/out/file-name.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import type { PrintField } from '#exchange/print/document.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { findStaff, profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { fieldSchema, isChoice, itemSchema, type Schema } from './choices-in.ts';
import { kindOf } from './kinds.ts';
import { choiceWords, storedLabel } from './stored-words.ts';

/** Of a machine and of nobody: which record it is, what it hashes to, the bytes of a signature and its key. */
const unread = new Set([
  ...['id', 'file', 'schema', 'publicKey', 'signature', 'authenticatorData', 'clientData'],
  ...['hash', 'sha256', 'policySha256', 'recordHash', 'signedHash', 'supervisorSignedHash'],
]);

/** Keys that hold a reference; all others hold what was typed or chosen, which stays as it is. */
const holdsRef = (key: string) => /(Ref|Refs|^ref|^by|^me|createdBy|alsoMe)$/.test(key);

const isId = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

/** Everything a value is said by: its own words, and where it stands. */
interface Place {
  readonly key: string;
  readonly labels: readonly string[];
  readonly schema: Schema;
  /** A date beside which another field has the day that was meant is as somebody typed it. */
  readonly isTyped: boolean;
}

/**
 * Every field of a stored record that holds something, with its label: what is shown where a record has no
 * text of its own. Words stay to the letter; a day, a moment, a choice, and a reference or a number of ours
 * are said in words.
 */
export function storedFields(
  workspace: Workspace,
  collection: CollectionName,
  body: object,
): readonly PrintField[] {
  const statuses = new Map(
    cohortOptions(profileOf(workspace)).map(({ code, label }) => [code, label]),
  );
  const words = (value: string, { key, schema, isTyped }: Place): string => {
    // A depth is one of ours also where a finished text keeps it as text.
    if (isChoice(schema) || key === 'depth') return choiceWords(key, value);
    const moment = /^\d{4}-\d\d-\d\dT/.test(value) ? parseInstant(value) : undefined;
    if (moment) return formatDateTime(moment);
    const day = isTyped ? undefined : parseCalendarDate(value);
    if (day) return formatDate(day);
    if (isId(value)) return recordWords(workspace, value);
    if (key === 'status') return statuses.get(value) ?? value;
    return holdsRef(key) ? refWords(workspace, value) : value;
  };
  const walk = (value: unknown, place: Place): readonly PrintField[] => {
    const { key, labels, schema } = place;
    const label = labels.join(', ');
    if (typeof value === 'string') return value === '' ? [] : [[label, words(value, place)]];
    if (typeof value === 'number') return [[label, String(value)]];
    if (value === true) return [[label, 'Yes']];
    if (Array.isArray(value))
      return value.flatMap((each, at) =>
        walk(each, {
          ...place,
          schema: itemSchema(schema),
          labels: typeof each === 'object' ? numbered(labels, at, value.length) : labels,
        }),
      );
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([inner, each]) =>
      unread.has(inner)
        ? []
        : walk(each, {
            key: inner,
            labels: [...labels, labelOf(collection, inner, key)],
            schema: fieldSchema(schema, value, inner),
            isTyped: `${inner}Date` in value,
          }),
    );
  };
  return walk(body, { key: '', labels: [], schema: recordSchemas[collection], isTyped: false });
}

/** What an import replaced is a record of another kind, by whose words its fields are told. */
const labelOf = (collection: CollectionName, key: string, above: string): string =>
  storedLabel(above === 'body' ? 'children' : collection, key);

/** "Action 2" where there are several, and no number where there is one. */
const numbered = (labels: readonly string[], at: number, count: number): readonly string[] =>
  count === 1 ? labels : [...labels.slice(0, -1), `${labels.at(-1) ?? ''} ${at + 1}`];

/** A colleague by name, where one is held; a child by the reference that is stored (ACCESS2). */
const refWords = (workspace: Workspace, ref: string): string =>
  findStaff(workspace, ref)?.body.name ||
  (isLocalRef(ref) ? findChild(workspace, ref)?.body.reference || 'No reference known yet' : ref);

/** Another record by what it is: its day where it is a session, otherwise the end of its file’s name. */
function recordWords(workspace: Workspace, id: string): string {
  const held = workspace.set.findAnywhere(id);
  const number = `number ${shortId(id)}`;
  if (!held) return number;
  const session = findSession(workspace, id)?.body;
  const on = session && (sessionDate(session) ?? parseCalendarDate(session.plannedFor));
  return on ? formatDate(on) : `${kindOf(held.collection)}, ${number}`;
}
