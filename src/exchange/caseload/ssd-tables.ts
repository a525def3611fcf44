import type { FaultList } from './fault-list.ts';
import type { FieldReader } from './field-reader.ts';
import type { Table } from './read-table.ts';
import { addRowFaults, isMisshapen } from './row-faults.ts';
import { type Places, placesIn, plainHeading, SsdRow } from './ssd-row.ts';
import { isVisitTable, type SsdVisits, VisitRows } from './ssd-visits.ts';

/**
 * The tables of the Standard Safeguarding Dataset that a caseload is read from, with the columns that are
 * used. `person` is the column that says whose row it is.
 */
const tables = {
  ssd_person:
    'pers_person_id pers_forename pers_surname pers_dob pers_expected_dob pers_death_date',
  ssd_family: 'fami_person_id fami_family_id',
  ssd_involvements:
    'invo_person_id invo_professional_id invo_professional_role_id invo_professional_team invo_involvement_start_date invo_involvement_end_date',
  ssd_professionals:
    'prof_professional_id prof_professional_name prof_professional_job_title prof_professional_department',
  ssd_department: 'dept_team_id dept_team_name',
  ssd_cin_episodes:
    'cine_person_id cine_referral_date cine_close_date cine_cin_primary_need_code cine_referral_nfa',
  ssd_cin_plans: 'cinp_person_id cinp_cin_plan_start_date cinp_cin_plan_end_date',
  ssd_cin_visits:
    'cinv_person_id cinv_cin_visit_date cinv_cin_visit_seen cinv_cin_visit_seen_alone',
  ssd_cp_plans: 'cppl_person_id cppl_cp_plan_id cppl_cp_plan_start_date cppl_cp_plan_end_date',
  ssd_cp_reviews: 'cppr_person_id cppr_cp_plan_id cppr_cp_review_due cppr_cp_review_date',
  ssd_cp_visits: 'cppv_person_id cppv_cp_visit_date cppv_cp_visit_seen cppv_cp_visit_seen_alone',
  ssd_cla_episodes:
    'clae_person_id clae_cla_id clae_cla_episode_start_date clae_cla_episode_ceased_date clae_entered_care_date',
  ssd_cla_reviews:
    'clar_cla_id clar_cla_review_due_date clar_cla_review_date clar_cla_review_cancelled',
  ssd_cla_visits:
    'clav_person_id clav_cla_visit_date clav_cla_visit_seen clav_cla_visit_seen_alone',
  ssd_cla_care_plan: 'lacp_person_id lacp_cla_care_plan_start_date lacp_cla_care_plan_end_date',
  ssd_permanence:
    'perm_person_id perm_cla_id perm_adm_decision_date perm_placement_order_date perm_permanence_order_date perm_decision_reversed_date',
  ssd_care_leavers:
    'clea_person_id clea_care_leaver_eligibility clea_care_leaver_latest_contact clea_pathway_plan_review_date',
  ssd_early_help_episodes: 'earl_person_id earl_episode_start_date earl_episode_end_date',
  ssd_disability: 'disa_person_id disa_disability_code',
  ssd_legal_status:
    'lega_person_id lega_legal_status lega_legal_status_start_date lega_legal_status_end_date',
  ssd_pre_proceedings:
    'prep_person_id prep_pre_pro_decision_date prep_pre_pro_outcome prep_agree_stepdown_issue_date prep_care_pro_letter_date prep_court_reference prep_la_final_plan_approved',
  ssd_cin_assessments: 'cina_person_id cina_assessment_start_date cina_assessment_auth_date',
} as const;

export type SsdTable = keyof typeof tables;
export const ssdTables = Object.keys(tables) as readonly SsdTable[];

export const columnsOf = (table: SsdTable): readonly string[] => tables[table].split(' ');

/** Without these there is no caseload to read. */
const needed: readonly SsdTable[] = ['ssd_person', 'ssd_involvements'];

/** `C:\out\dbo.SSD_Person_20261120.csv` is the table `ssd_person`; undefined for any other file. */
export function ssdTableOf(fileName: string): SsdTable | undefined {
  const base = fileName.toLowerCase().replace(/^.*[/\\]/, '');
  const name = /(ssd_[a-z_]+?)[^a-z]*(?:\.[a-z]+)?$/.exec(base)?.[1];
  return ssdTables.find((table) => table === name);
}

export type SsdRows = ReadonlyMap<SsdTable, readonly SsdRow[]>;

/** Children put together so far; 0 of 0 while rows are still sorted. */
export interface Step {
  readonly done: number;
  readonly total: number;
}
export const sorting: Step = { done: 0, total: 0 };
/** Rows that are gone through between two steps: a few milliseconds. */
const ROWS = 20_000;

/**
 * The rows of each table, whichever files they came in. Says which tables and columns are missing. Visits
 * are taken as they are read, and none of their rows is kept.
 */
export function* ssdRows(
  read: readonly Table[],
  visits: SsdVisits,
  reader: FieldReader,
): Generator<Step, SsdRows> {
  const { faults } = reader;
  const rows = new Map<SsdTable, SsdRow[]>();
  for (const table of read) {
    const name = ssdTableOf(table.file);
    if (!name) {
      faults.add({
        file: table.file,
        problem: 'The name is not that of a table Footprint reads. The file was not used',
        wouldBeRight: 'A name such as ssd_person.csv',
      });
      continue;
    }
    const places = placesOf(table, name, faults);
    const found = rows.get(name) ?? [];
    rows.set(name, found);
    if (isVisitTable(name)) {
      // Those of a text were taken while it was read; those of a workbook are taken now.
      const taken = table.visits ?? new VisitRows(name, table, reader);
      for (const row of table.rows) taken.take(row);
      for (const { row, childRef } of taken.misshapen) addRowFaults(table, row, childRef, faults);
      visits.add(taken);
      yield sorting;
      continue;
    }
    const whose = columnsOf(name).find((column) => column.endsWith('_person_id')) ?? '';
    for (const row of table.rows) {
      const made = new SsdRow(table, row, places);
      found.push(made);
      if (isMisshapen(table, row)) addRowFaults(table, row, made.get(whose), faults);
      if (found.length % ROWS === 0) yield sorting;
    }
  }
  for (const name of ssdTables.filter((each) => !rows.has(each))) {
    faults.add({
      file: `${name}.csv`,
      problem: needed.includes(name)
        ? 'This table is not among the files, and children cannot be read without it'
        : 'This table is not among the files. What it says about children is not known',
      wouldBeRight: `A file named ${name}.csv`,
    });
  }
  return rows;
}

function placesOf(table: Table, name: SsdTable, faults: FaultList): Places {
  const places = placesIn(table.headings);
  const columns = columnsOf(name);
  for (const [i, heading] of table.headings.entries()) {
    const column = plainHeading(heading);
    if (places.get(column) !== i && columns.includes(column))
      faults.add({
        file: table.file,
        line: 1,
        field: heading,
        problem: `Two columns have the heading ${heading}. The first one was read`,
        wouldBeRight: 'One column with each heading',
      });
  }
  for (const column of columns.filter((each) => !places.has(each))) {
    faults.add({
      file: table.file,
      line: 1,
      field: column,
      problem: `The column ${column} is missing`,
      wouldBeRight: `A column with the heading ${column}`,
    });
  }
  return places;
}

export type RowGroups = ReadonlyMap<string, readonly SsdRow[]>;

/** Rows by what stands in a column; rows without it are left out. */
export function* groupSteps(
  rows: readonly SsdRow[] | undefined,
  column: string,
): Generator<Step, RowGroups> {
  const groups = new Map<string, SsdRow[]>();
  let looked = 0;
  for (const row of rows ?? []) {
    const key = row.get(column);
    const group = groups.get(key);
    if (group) group.push(row);
    else if (key !== '') groups.set(key, [row]);
    looked += 1;
    if (looked % ROWS === 0) yield sorting;
  }
  return groups;
}
