import { headingKeys, neededTerms, type ProfileEdit } from './profile-edit.ts';

export interface EditFault {
  /** The field of the form, with dots. */
  readonly path: string;
  readonly message: string;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** PROF17: everything in the form that cannot be read, each with what to do. */
export function editFaults(edit: ProfileEdit): readonly EditFault[] {
  return [...nameFaults(edit), ...numberFaults(edit), ...cohortFaults(edit), ...wordFaults(edit)];
}

function nameFaults({ label, sourceName, year }: ProfileEdit): readonly EditFault[] {
  return [
    ...(isBlank(label) ? [{ path: 'label', message: 'Enter a name for this profile' }] : []),
    ...(isBlank(sourceName)
      ? [
          {
            path: 'sourceName',
            message: 'Enter what stands beside each date, such as your council',
          },
        ]
      : []),
    ...(isBlank(year) || /^(19|20)\d\d$/.test(year.trim())
      ? []
      : [
          {
            path: 'year',
            message: 'Enter the year in four digits, such as 2027, or leave it empty',
          },
        ]),
  ];
}

const numbers = [
  ['childRecordDays', 'working days', 5],
  ['staffNotesDays', 'working days', 5],
  ['significantHours', 'hours', 24],
  ['informalDays', 'working days', 5],
  ['minutes', 'minutes', 180],
] as const;

/** More is a slip of a finger: a year of working days, six weeks of hours, a day of minutes. */
const most = { 'working days': 260, hours: 1000, minutes: 1440 } as const;

function numberFaults(edit: ProfileEdit): readonly EditFault[] {
  return numbers.flatMap(([path, what, example]) => {
    const typed = edit[path].trim();
    if (typed === '' || (/^\d{1,4}$/.test(typed) && Number(typed) <= most[what])) return [];
    return [
      { path, message: `Enter a whole number of ${what}, such as ${example}, or leave it empty` },
    ];
  });
}

function cohortFaults({ cohorts, mode }: ProfileEdit): readonly EditFault[] {
  const name = (label: string) => label.trim().toLowerCase();
  const names = cohorts.map(({ label }) => name(label));
  const faults = cohorts.flatMap(({ label }, i): readonly EditFault[] => {
    const path = `cohorts.${i}.label`;
    if (isBlank(label)) return [{ path, message: 'Enter the name of this status, or remove it' }];
    return names.indexOf(name(label)) < i
      ? [{ path, message: `Two statuses are called ${label.trim()}. Change the name of one` }]
      : [];
  });
  const isTimed = cohorts.some(({ interval }) => interval !== '');
  return mode === 'byCohort' && !isTimed
    ? [...faults, { path: 'mode', message: 'Choose an interval for at least one status' }]
    : faults;
}

function wordFaults({ headings, terms }: ProfileEdit): readonly EditFault[] {
  return [
    ...headingKeys.flatMap((key) =>
      isBlank(headings[key]) ? [{ path: `headings.${key}`, message: 'Enter this heading' }] : [],
    ),
    ...neededTerms.flatMap((key) =>
      isBlank(terms[key]) ? [{ path: `terms.${key}`, message: 'Enter this word' }] : [],
    ),
  ];
}

/** A profile of one's own is told apart from those the app ships, and keeps its id from then on. */
export function ownProfileId(baseId: string, label: string, shipped: readonly string[]): string {
  if (!shipped.includes(baseId)) return baseId;
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const id = plain === '' ? 'own-profile' : plain;
  return shipped.includes(id) ? `${id}-own` : id;
}
