import {
  type CalendarDate,
  compareInstants,
  dateInLondon,
  type Instant,
  momentInLondon,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate, type TypedDate } from '#domain/dates/typed-date.ts';
import { readTypedTime } from '#domain/dates/typed-time.ts';
import {
  type Clashed,
  isEmptyAction,
  type Missing,
} from '#domain/discussion/discussion-progress.ts';
import type { Child } from '#domain/records/child.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { entryTables, entryTextKeys } from './entry-fields.ts';
import { namesInOthers } from './names-in-others.ts';

const blank = (text: string) => text.trim() === '';

/** The day that was typed; a bare weekday or "2 days ago" is in the past. */
export const readEntryDay = (draft: Pick<EntryDraft, 'on'>, today: CalendarDate): TypedDate =>
  readTypedDate(draft.on, today, { prefer: 'past' });

/** The moment, where a day and a time were typed that can be read. */
export function momentOfEntry(
  draft: Pick<EntryDraft, 'kind' | 'time'>,
  on: CalendarDate,
): Instant | undefined {
  const time = readTypedTime(draft.time);
  return entryTables[draft.kind].time && time.outcome === 'read'
    ? momentInLondon(on, time)
    : undefined;
}

export interface MissingQuestion {
  readonly draft: EntryDraft;
  readonly children: readonly Child[];
  /** Now: nothing is recorded before it happened. */
  readonly at: string;
  readonly by: string;
}

/** ENTRY3: everything still to do before it can be recorded. Nothing here ever stops a draft. */
export function missingForEntry(question: MissingQuestion): readonly Missing[] {
  const { draft, children } = question;
  const { who, isDecision, fields } = entryTables[draft.kind];
  const asked = (
    path: string,
    missing: boolean,
    message: string | undefined,
  ): readonly Missing[] => (missing && message !== undefined ? [{ path, message }] : []);
  return [
    ...asked('childTyped', children.length === 0, 'Enter the child’s name and choose it'),
    ...fields.flatMap(({ key, missing }) => asked(key, blank(draft[key]), missing)),
    ...asked(
      'significance',
      isDecision && draft.significance === '',
      'Say whether it is routine, significant or urgent',
    ),
    ...asked(
      'changesDirection',
      isDecision && draft.changesDirection === '',
      'Say whether it changes the direction of the work',
    ),
    ...missingActions(draft),
    ...missingWhen(question),
    ...asked('who', blank(draft.who), who.missing),
    ...asked(
      'channelOther',
      isDecision && draft.channel === 'other' && blank(draft.channelOther),
      'Write where it was decided',
    ),
    ...namesToSettle(question),
    ...brokenText(question),
    ...asked(
      'twoVersions',
      ((draft as Clashed).clashes ?? []).length > 0,
      'Choose between the two versions of this text',
    ),
  ];
}

/** FIN5, for what a form has on the screen. */
function missingActions({ kind, actions }: EntryDraft): readonly Missing[] {
  if (!entryTables[kind].actions) return [];
  return actions.flatMap((action, i): Missing[] => {
    if (isEmptyAction(action)) return [];
    const at = `actions.${i}`;
    return [
      ...(blank(action.what) ? [{ path: `${at}.what`, message: 'Write what will be done' }] : []),
      ...(blank(action.owner) ? [{ path: `${at}.owner`, message: 'Write who will do it' }] : []),
      ...(blank(action.byWhen) ? [{ path: `${at}.byWhen`, message: 'Write by when' }] : []),
    ];
  });
}

function missingWhen({ draft, at }: MissingQuestion): readonly Missing[] {
  const table = entryTables[draft.kind];
  const now = toInstant(at);
  const today = dateInLondon(now);
  const day = readEntryDay(draft, today);
  if (day.outcome === 'empty') return [{ path: 'on', message: table.on.missing }];
  if (day.outcome === 'unreadable') return [{ path: 'on', message: day.reason }];
  if (day.date > today) return [{ path: 'on', message: 'The day must be today or in the past' }];
  if (!table.time) return [];
  const time = readTypedTime(draft.time);
  if (time.outcome === 'unreadable') return [{ path: 'time', message: time.reason }];
  const moment = momentOfEntry(draft, day.date);
  const isAhead = moment !== undefined && compareInstants(moment, now) > 0;
  return isAhead ? [{ path: 'time', message: 'The time must be in the past' }] : [];
}

/** ENTRY4: one text on several records names no other child, unless a person says that it may. */
function namesToSettle({ draft, children }: MissingQuestion): readonly Missing[] {
  const named = draft.namesRelevant ? [] : namesInOthers(draft, children);
  if (named.length === 0) return [];
  const message = `Take the name of ${named.join(' and ')} out, or tick that the names belong on each record`;
  return [{ path: 'namesRelevant', message }];
}

/** FIN6: text that canonical JSON cannot carry. */
function brokenText({ draft, children, by }: MissingQuestion): readonly Missing[] {
  const texts: readonly (readonly [string, string])[] = [
    ...entryTextKeys.map((key) => [key, draft[key]] as const),
    ['who', draft.who],
    ['channelOther', draft.channelOther],
    ['who', by],
    ...draft.actions.flatMap(({ what, owner, byWhen }, i) => [
      [`actions.${i}.what`, what] as const,
      [`actions.${i}.owner`, owner] as const,
      [`actions.${i}.byWhen`, byWhen] as const,
    ]),
    ...children.flatMap(({ name, reference }) => [
      ['childTyped', name] as const,
      ['childTyped', reference] as const,
    ]),
  ];
  return texts
    .filter(([, text]) => hasLoneSurrogate(text))
    .map(([path]) => ({ path, message: loneSurrogateMessage }));
}
