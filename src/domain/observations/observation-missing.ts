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
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { Observation } from '#domain/records/observation.ts';
import { AREAS_NEEDED, observationTables } from './observation-fields.ts';
import { textsOfObservation } from './observation-texts.ts';

const blank = (text: string) => text.trim() === '';

/** The day that was typed; a bare weekday or "2 days ago" is in the past. */
export const readObservedDay = ({ on }: Pick<Observation, 'on'>, today: CalendarDate): TypedDate =>
  readTypedDate(on, today, { prefer: 'past' });

/** The moment, where a time was typed that can be read. */
export function observedMoment(
  { time }: Pick<Observation, 'time'>,
  on: CalendarDate,
): Instant | undefined {
  const read = readTypedTime(time);
  return read.outcome === 'read' ? momentInLondon(on, read) : undefined;
}

export interface ObservationMissingQuestion {
  readonly observation: Observation;
  /** Now: nothing was observed before it happened. */
  readonly at: string;
  /** Names that stand on the record beside what was typed. */
  readonly names: readonly string[];
}

type Asked = (path: string, isMissing: boolean, message: string | undefined) => readonly Missing[];
const asked: Asked = (path, isMissing, message) =>
  isMissing && message !== undefined ? [{ path, message }] : [];

/** OBS3: everything still to do before it can be finalised, in the form's order. It never stops a draft. */
export function missingFromObservation(question: ObservationMissingQuestion): readonly Missing[] {
  const { observation, names } = question;
  const { before, after } = observationTables[observation.kind];
  const texts = (fields: typeof before) =>
    fields.flatMap(({ key, missing }) => asked(key, blank(observation[key]), missing));
  const broken = textsOfObservation(observation).filter(({ text }) => hasLoneSurrogate(text));
  return [
    ...missingWhen(question),
    ...asked('observer', blank(observation.observer), 'Write who observed'),
    ...missingActivity(observation),
    ...texts(before),
    ...missingConsent(observation),
    ...missingEvidence(observation),
    ...texts(after.filter(({ key }) => key !== 'summary')),
    ...missingActions(observation),
    ...texts(after.filter(({ key }) => key === 'summary')),
    ...broken.map(({ path }) => ({ path, message: loneSurrogateMessage })),
    ...asked('observer', names.some(hasLoneSurrogate), loneSurrogateMessage),
    ...asked(
      'twoVersions',
      ((observation as Clashed).clashes ?? []).length > 0,
      'Choose between the two versions of this text',
    ),
  ];
}

function missingWhen({ observation, at }: ObservationMissingQuestion): readonly Missing[] {
  const now = toInstant(at);
  const today = dateInLondon(now);
  const day = readObservedDay(observation, today);
  if (day.outcome === 'empty') return [{ path: 'on', message: 'Enter the day of the observation' }];
  if (day.outcome === 'unreadable') return [{ path: 'on', message: day.reason }];
  if (day.date > today) return [{ path: 'on', message: 'The day must be today or in the past' }];
  const time = readTypedTime(observation.time);
  if (time.outcome === 'unreadable') return [{ path: 'time', message: time.reason }];
  const moment = observedMoment(observation, day.date);
  const isAhead = moment !== undefined && compareInstants(moment, now) > 0;
  return asked('time', isAhead, 'The time must be in the past');
}

function missingActivity({ kind, activity, activityOther }: Observation): readonly Missing[] {
  if (!observationTables[kind].withFamily) return [];
  return [
    ...asked('activity', activity === '', 'Choose what kind of activity it was'),
    ...asked('activityOther', activity === 'other' && blank(activityOther), 'Write what it was'),
  ];
}

function missingConsent({ kind, consent, consentHow }: Observation): readonly Missing[] {
  if (!observationTables[kind].withFamily) return [];
  const why = consent === 'no' ? 'Write why consent was not asked' : 'Write how consent was asked';
  return [
    ...asked('consent', consent === '', 'Say whether the child or family was asked for consent'),
    ...asked('consentHow', blank(consentHow), why),
  ];
}

/** At least three areas with evidence: the first that has none is where to write. */
function missingEvidence({ kind, areas }: Observation): readonly Missing[] {
  const empty = observationTables[kind].areas.filter(({ key }) => blank(areas[key].evidence));
  const held = observationTables[kind].areas.length - empty.length;
  const [first] = empty;
  if (held >= AREAS_NEEDED || !first) return [];
  const message = `Write what was seen in at least ${AREAS_NEEDED} areas: ${held} so far`;
  return [{ path: `areas.${first.key}.evidence`, message }];
}

/** What will be done, who and by when; or that there is nothing. */
function missingActions({ actions, noActions }: Observation): readonly Missing[] {
  const begun = actions.some((action) => !isEmptyAction(action));
  return [
    ...actions.flatMap((action, i): readonly Missing[] => {
      if (isEmptyAction(action)) return [];
      const at = `actions.${i}`;
      return [
        ...asked(`${at}.what`, blank(action.what), 'Write what will be done'),
        ...asked(`${at}.owner`, blank(action.owner), 'Write who will do it'),
        ...asked(`${at}.byWhen`, blank(action.byWhen), 'Write by when'),
      ];
    }),
    ...asked('noActions', !begun && !noActions, 'Add an action, or tick that there is none'),
    ...asked('noActions', begun && noActions, 'Untick “No actions”, or remove the actions'),
  ];
}
