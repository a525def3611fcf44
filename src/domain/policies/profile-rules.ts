import { fieldsAt } from '#domain/records/discussion-fields.ts';
import { type Fault, foundWords, pathWords, valueAt } from './profile-faults.ts';

/**
 * PROF14: what no schema can say. Each rule looks at the file as it was written, whatever else is wrong
 * in it, so that one reading finds everything.
 */
type Fields = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];
type Rule = (profile: unknown) => readonly Fault[];

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}; // an object is one

const listAt = (profile: unknown, path: Path): readonly unknown[] => {
  const value = valueAt(profile, path);
  return Array.isArray(value) ? value : [];
};

const fault = (profile: unknown, path: Path, expected: string): Fault => ({
  path: pathWords(path),
  expected,
  found: foundWords(valueAt(profile, path)),
});

/** Every object of the profile, with the way to it. */
function* objects(value: unknown, path: Path = []): Generator<readonly [Fields, Path]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* objects(item, [...path, index]);
    return;
  }
  const fields = fieldsOf(value);
  if (Object.keys(fields).length > 0) yield [fields, path];
  for (const [key, inner] of Object.entries(fields)) yield* objects(inner, [...path, key]);
}

const isMonths = (interval: unknown): boolean =>
  typeof interval === 'string' && /^P\d+[MY]$/.test(interval);

/** A calendar month cannot be counted in weeks: the due date would be the end of the wrong month. */
const calendarMonths: Rule = (profile) =>
  [...objects(profile)].flatMap(([{ basis, interval }, path]) =>
    basis === 'calendarMonth' && typeof interval === 'string' && !isMonths(interval)
      ? [
          fault(
            profile,
            [...path, 'interval'],
            'months, such as P1M, because basis is calendarMonth',
          ),
        ]
      : [],
  );

const COHORTS = ['child', 'cohorts'];

const cohortCodes: Rule = (profile) => {
  const codes = listAt(profile, COHORTS).map((cohort) => fieldsOf(cohort).code);
  return codes.flatMap((code, index) =>
    typeof code === 'string' && codes.indexOf(code) < index
      ? [fault(profile, [...COHORTS, index, 'code'], 'a code that no status before it has')]
      : [],
  );
};

/** A longer interval that waits for facts needs the row that holds until they are there (CHILD4). */
const cohortRequirements: Rule = (profile) => {
  const cohorts = listAt(profile, COHORTS).map(fieldsOf);
  const kindOf = ({ code }: Fields) => String(code).split('_')[0];
  const asks = ({ requires }: Fields) => Array.isArray(requires) && requires.length > 0;
  return cohorts.flatMap((cohort, index) =>
    asks(cohort) && !cohorts.some((other) => !asks(other) && kindOf(other) === kindOf(cohort))
      ? [
          fault(
            profile,
            [...COHORTS, index, 'requires'],
            `another status whose code begins with ${kindOf(cohort)} and that requires nothing, for the time until then`,
          ),
        ]
      : [],
  );
};

const intervalForMode: Rule = (profile) => {
  const cohorts = listAt(profile, COHORTS);
  const isTimed = cohorts.some((cohort) => fieldsOf(cohort).interval !== undefined);
  return valueAt(profile, ['child', 'mode']) === 'byCohort' && !isTimed
    ? [
        fault(
          profile,
          COHORTS,
          'at least one status with an interval, because child.mode is byCohort',
        ),
      ]
    : [];
};

const modes = ['byCohort', 'everyOpenCaseEachSession', 'allOrSample', 'none'];

const modeAndSwitch: Rule = (profile) => {
  const mode = valueAt(profile, ['child', 'mode']);
  const isEvery = valueAt(profile, ['everyOpenCaseEachSession']);
  if (!modes.some((each) => each === mode) || typeof isEvery !== 'boolean') return [];
  const should = mode === 'everyOpenCaseEachSession';
  return isEvery === should
    ? []
    : [fault(profile, ['everyOpenCaseEachSession'], `${should}, because child.mode is ${mode}`)];
};

const phaseOrder: Rule = (profile) =>
  [...objects(fieldsOf(profile).worker, ['worker'])].flatMap(([{ phases }, path]) => {
    if (!Array.isArray(phases)) return [];
    const until = (index: number) => [...path, 'phases', index, 'until'];
    return phases.flatMap((phase, index) => {
      const isLast = index === phases.length - 1;
      const ends = fieldsOf(phase).until !== null;
      if (isLast === ends) {
        const expected = isLast
          ? 'null, because nothing follows the last phase'
          : 'when the phase ends';
        return [fault(profile, until(index), expected)];
      }
      return [];
    });
  });

const briefFields = fieldsAt('brief').map(({ key }) => key);

/** Names that the rules of the app know. Any other would be passed over in silence for ever. */
const knownNames: readonly (readonly [key: string, names: readonly string[]])[] = [
  ['requires', ['permanenceDecisionDate', 'permanenceApprovedBy']],
  ['field', ['sixMonthReviewDate', 'agreedFortnightlyFrom']],
  ['satisfiedBy', ['formal', 'group', 'oversight', 'kit']],
  // Asked of a brief check-in, so one that a brief check-in has a box for.
  ['briefRequires', briefFields],
  // A group's `recordOn` is a word and no list.
  ['recordOn', ['childRecordEachOpenCase', 'nextSupervisionRecord']],
];

const names: Rule = (profile) =>
  [...objects(profile)].flatMap(([fields, path]) =>
    knownNames.flatMap(([key, known]) => {
      const value = fields[key];
      const items: readonly (readonly [unknown, Path])[] = Array.isArray(value)
        ? value.map((item, index) => [item, [...path, key, index]])
        : key === 'field' && value !== undefined
          ? [[value, [...path, key]]]
          : [];
      return items.flatMap(([item, at]) =>
        typeof item === 'string' && !known.includes(item)
          ? [fault(profile, at, known.join(' or '))]
          : [],
      );
    }),
  );

/** Where a count starts is not a choice: saying something else would look like one. */
const startsOf: readonly (readonly [path: Path, from: string])[] = [
  [['recording', 'childRecord'], 'sessionDate'],
  [['recording', 'staffNotes'], 'sessionDate'],
  [['recording', 'significantOrUrgent'], 'decidedAt'],
  [['recording', 'allocationOversight'], 'allocatedAt'],
];

const starts: Rule = (profile) => {
  const ofCohorts = listAt(profile, COHORTS).flatMap((_, index) =>
    ['first', 'firstFull'].map((key) => [[...COHORTS, index, key], 'allocatedAt'] as const),
  );
  return [...startsOf, ...ofCohorts].flatMap(([path, from]) => {
    const stated = valueAt(profile, [...path, 'from']);
    return stated === undefined || stated === from
      ? []
      : [fault(profile, [...path, 'from'], `${from}, which is what the app counts from`)];
  });
};

const withins: Rule = (profile) =>
  listAt(profile, COHORTS).flatMap((_, index) => {
    const at = (key: string) => [...COHORTS, index, key, 'within'];
    const [first, full] = [valueAt(profile, at('first')), valueAt(profile, at('firstFull'))];
    return [
      ...(typeof first === 'string' && !/^PT[1-9]\d*H$/.test(first)
        ? [fault(profile, at('first'), 'hours such as PT24H')]
        : []),
      ...(typeof full === 'string' && full.startsWith('PT')
        ? [fault(profile, at('firstFull'), 'days such as P28D')]
        : []),
    ];
  });

const neverEmpty: readonly Path[] = [
  ['worker', 'requiresParts'],
  ['session', 'depths'],
];

const emptyLists: Rule = (profile) =>
  neverEmpty.flatMap((path) => {
    const value = valueAt(profile, path);
    return Array.isArray(value) && value.length === 0
      ? [fault(profile, path, 'at least one, or no such field')]
      : [];
  });

/** A heading without words would leave a record without one; spaces are no words. */
const words: Rule = (profile) => {
  const asked = [
    ...['caseDiscussion', 'managementDecision', 'staffNotes'].map((key) => ['headings', key]),
    ...['agreement', 'supervisor', 'supervisee', 'informal', 'childRecord', 'staffRecord'].map(
      (key) => ['terms', key],
    ),
    ...[['id'], ['label'], ['source', 'name'], ['source', 'label']],
  ];
  return asked.flatMap((path) => {
    const value = valueAt(profile, path);
    return typeof value === 'string' && value.trim() === ''
      ? [fault(profile, path, 'some text')]
      : [];
  });
};

const decisionHeading: Rule = (profile) => {
  const heading = valueAt(profile, ['informal', 'heading']);
  const ofRecords = valueAt(profile, ['headings', 'managementDecision']);
  if (typeof heading !== 'string' || typeof ofRecords !== 'string' || heading === ofRecords)
    return [];
  const expected = `${foundWords(heading)}, as in informal.heading`;
  return [fault(profile, ['headings', 'managementDecision'], expected)];
};

const rules: readonly Rule[] = [
  words,
  decisionHeading,
  calendarMonths,
  phaseOrder,
  cohortCodes,
  cohortRequirements,
  intervalForMode,
  modeAndSwitch,
  names,
  starts,
  withins,
  emptyLists,
];

export const faultsByRule = (profile: unknown): readonly Fault[] =>
  rules.flatMap((rule) => rule(profile));
