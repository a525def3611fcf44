import type { CohortOption } from '#domain/policies/policy-profile.ts';
import { generalStatuses } from '#domain/status/general-status.ts';
import { plainKey } from './field-reader.ts';

/** How case systems and spreadsheets write the statuses, without spaces and punctuation. */
const words: Readonly<Record<string, readonly string[]>> = {
  CIN: ['cin', 'childinneed', 'cinplan', 'childinneedplan', 's17', 'section17'],
  CP: ['cp', 'cpp', 'cpplan', 'childprotection', 'childprotectionplan', 's47'],
  PLO: ['plo', 'preproceedings', 'publiclawoutline'],
  COURT: ['court', 'careproceedings', 'proceedings', 'ico', 'incourt'],
  CLA: [
    'cla',
    'lac',
    'cwcf',
    'lookedafter',
    'childlookedafter',
    'lookedafterchild',
    'childrenlookedafter',
    'childrenwecarefor',
    's20',
    'section20',
  ],
  CARE_EXP: [
    'careexperienced',
    'careleaver',
    'careleavers',
    'leavingcare',
    'formerrelevant',
    'formerrelevantchild',
    'cl',
    'if',
  ],
  EH: ['eh', 'earlyhelp', 'eha', 'caf', 'tac', 'teamaroundthefamily'],
  SHORT_BREAKS: ['shortbreaks', 'shortbreak', 'respite'],
  ASSESS: ['assess', 'assessment', 'assessing', 'cfassessment', 'cfa'],
};

/**
 * The status that a cell means: the council's own code where it is written, otherwise a general one.
 * Undefined where it is neither.
 */
export function recogniseStatus(
  found: string,
  statuses: readonly CohortOption[],
): string | undefined {
  const plain = plainKey(found);
  if (plain === '') return undefined;
  const own = statuses.find(
    ({ code, label }) => plainKey(code) === plain || plainKey(label) === plain,
  );
  if (own) return own.code;
  const general = generalStatuses.find(
    ({ code, label }) =>
      words[code]?.includes(plain) || plainKey(code) === plain || plainKey(label) === plain,
  );
  return general?.code;
}
