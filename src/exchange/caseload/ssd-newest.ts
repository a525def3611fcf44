import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { FieldReader } from './field-reader.ts';
import type { SsdRow } from './ssd-row.ts';
import { type SsdRows, type SsdTable, type Step, sorting } from './ssd-tables.ts';
import type { SsdVisits } from './ssd-visits.ts';

/**
 * Columns that say when something happened. Due dates and expected births are not among them; visits are
 * counted as they are read.
 */
const events: readonly (readonly [SsdTable, string])[] = [
  ['ssd_involvements', 'invo_involvement_start_date'],
  ['ssd_involvements', 'invo_involvement_end_date'],
  ['ssd_cin_episodes', 'cine_referral_date'],
  ['ssd_cin_episodes', 'cine_close_date'],
  ['ssd_cin_plans', 'cinp_cin_plan_start_date'],
  ['ssd_cp_plans', 'cppl_cp_plan_start_date'],
  ['ssd_cp_reviews', 'cppr_cp_review_date'],
  ['ssd_cla_episodes', 'clae_cla_episode_start_date'],
  ['ssd_cla_reviews', 'clar_cla_review_date'],
  ['ssd_care_leavers', 'clea_care_leaver_latest_contact'],
  ['ssd_early_help_episodes', 'earl_episode_start_date'],
  ['ssd_pre_proceedings', 'prep_pre_pro_decision_date'],
  ['ssd_cin_assessments', 'cina_assessment_auth_date'],
];

const STEP = 20_000;

/** The newest date of anything that happened, today at the latest; '' where there is none. */
export function* newestEvent(
  rows: SsdRows,
  visits: SsdVisits,
  reader: FieldReader,
): Generator<Step, CalendarDate | ''> {
  let newest = visits.newest;
  let looked = 0;
  for (const [table, column] of events)
    for (const row of rows.get(table) ?? []) {
      const date = reader.quietDate(row.get(column));
      if (date > newest && date <= reader.today) newest = date;
      looked += 1;
      if (looked % STEP === 0) yield sorting;
    }
  return newest;
}

/**
 * The dataset calls the column "pathway plan review date" and not whether that is the last or the next.
 * Where most of its dates are still to come it holds the next.
 */
export function isDueColumn(
  leavers: readonly SsdRow[] | undefined,
  asAt: string,
  reader: FieldReader,
): boolean {
  const dates = (leavers ?? [])
    .map((row) => reader.quietDate(row.get('clea_pathway_plan_review_date')))
    .filter((date) => date !== '');
  return dates.filter((date) => date > asAt).length * 2 > dates.length;
}
