import type { CareSpell, Spell, StatusRows } from '#domain/status/status-rows.ts';
import { type FieldReader, isYes } from './field-reader.ts';
import type { FieldProblem } from './pasted-rows.ts';
import type { SsdRow } from './ssd-row.ts';
import {
  groupSteps,
  type RowGroups,
  type SsdRows,
  type SsdTable,
  type Step,
} from './ssd-tables.ts';

/** The column of each table that says whose row it is. */
const whose = {
  ssd_family: 'fami_person_id',
  ssd_cin_episodes: 'cine_person_id',
  ssd_cin_plans: 'cinp_person_id',
  ssd_cp_plans: 'cppl_person_id',
  ssd_cp_reviews: 'cppr_person_id',
  ssd_cla_episodes: 'clae_person_id',
  ssd_cla_care_plan: 'lacp_person_id',
  ssd_permanence: 'perm_person_id',
  ssd_care_leavers: 'clea_person_id',
  ssd_early_help_episodes: 'earl_person_id',
  ssd_disability: 'disa_person_id',
  ssd_legal_status: 'lega_person_id',
  ssd_pre_proceedings: 'prep_person_id',
  ssd_cin_assessments: 'cina_person_id',
} as const satisfies Partial<Record<SsdTable, string>>;

type ChildTable = keyof typeof whose;

/** Every row of every table but the visits, found by child. Looked up a table at a time, never by going through a file. */
export class RowsByChild {
  readonly #tables = new Map<ChildTable, RowGroups>();
  #reviews: RowGroups = new Map();

  private constructor() {}

  static *from(rows: SsdRows): Generator<Step, RowsByChild> {
    const found = new RowsByChild();
    for (const [table, column] of Object.entries(whose) as [ChildTable, string][]) {
      const all = rows.get(table); // its own keys
      const open = table === 'ssd_cin_episodes' ? all?.filter(wentOn) : all;
      found.#tables.set(table, yield* groupSteps(open, column));
    }
    found.#reviews = yield* groupSteps(rows.get('ssd_cla_reviews'), 'clar_cla_id');
    return found;
  }

  of(table: ChildTable, ref: string): readonly SsdRow[] {
    return this.#tables.get(table)?.get(ref) ?? none;
  }

  refsIn(table: ChildTable): Iterable<string> {
    return this.#tables.get(table)?.keys() ?? [];
  }

  /** Reviews belong to a period of care and not to a person. */
  reviewsOf(periodId: string): readonly SsdRow[] {
    return this.#reviews.get(periodId) ?? [];
  }
}

/** What nearly every child has of nearly every table. */
const none: readonly SsdRow[] = [];

/** A referral that ended in no further action opened nothing, though many have no date of closing. */
const wentOn = (row: SsdRow) => !isYes(row.get('cine_referral_nfa'));

/** Begin and end of the tables whose open rows keep a child open (STAT12). */
export const spellColumns = {
  ssd_cin_episodes: ['cine_referral_date', 'cine_close_date'],
  ssd_cin_plans: ['cinp_cin_plan_start_date', 'cinp_cin_plan_end_date'],
  ssd_cp_plans: ['cppl_cp_plan_start_date', 'cppl_cp_plan_end_date'],
  ssd_cla_episodes: ['clae_cla_episode_start_date', 'clae_cla_episode_ceased_date'],
  ssd_early_help_episodes: ['earl_episode_start_date', 'earl_episode_end_date'],
} as const;

export interface ChildQuestion {
  readonly ref: string;
  readonly rows: RowsByChild;
  readonly reader: FieldReader;
  readonly checks: FieldProblem[];
}

/** What the dates of a child's rows say about its status. One that cannot be read leaves its row open. */
export function statusRowsOf({ ref, rows, reader, checks }: ChildQuestion): StatusRows {
  const date = (row: SsdRow, column: string) =>
    reader.date(row.cell(column, ref), { field: 'status', checks });
  const spell = (row: SsdRow, [from, to]: readonly [string, string]): Spell => ({
    from: date(row, from),
    to: date(row, to),
  });
  const spells = (table: keyof typeof spellColumns) =>
    rows.of(table, ref).map((row) => spell(row, spellColumns[table]));
  return {
    referrals: rows.of('ssd_cin_episodes', ref).map((row) => ({
      ...spell(row, spellColumns.ssd_cin_episodes),
      primaryNeed: row.get('cine_cin_primary_need_code'),
    })),
    needPlans: spells('ssd_cin_plans'),
    protectionPlans: spells('ssd_cp_plans'),
    care: rows.of('ssd_cla_episodes', ref).map(
      (row): CareSpell => ({
        ...spell(row, spellColumns.ssd_cla_episodes),
        periodId: row.get('clae_cla_id'),
        enteredCareOn: date(row, 'clae_entered_care_date'),
      }),
    ),
    permanence: rows.of('ssd_permanence', ref).map((row) => ({
      decidedOn: firstOf(
        ['perm_adm_decision_date', 'perm_placement_order_date', 'perm_permanence_order_date'].map(
          (column) => date(row, column),
        ),
      ),
      reversedOn: date(row, 'perm_decision_reversed_date'),
      periodId: row.get('perm_cla_id'),
    })),
    legal: rows.of('ssd_legal_status', ref).map((row) => ({
      ...spell(row, ['lega_legal_status_start_date', 'lega_legal_status_end_date']),
      code: row.get('lega_legal_status'),
    })),
    preProceedings: rows.of('ssd_pre_proceedings', ref).map((row) => ({
      decided: row.get('prep_pre_pro_decision_date') !== '',
      decidedOn: date(row, 'prep_pre_pro_decision_date'),
      endedOn: date(row, 'prep_agree_stepdown_issue_date'),
      outcome: row.get('prep_pre_pro_outcome'),
      inCourt:
        row.get('prep_court_reference') !== '' || row.get('prep_care_pro_letter_date') !== '',
      finalPlanApproved: isYes(row.get('prep_la_final_plan_approved')),
    })),
    careLeaver: rows
      .of('ssd_care_leavers', ref)
      .map((row) => row.get('clea_care_leaver_eligibility')),
    earlyHelp: spells('ssd_early_help_episodes'),
    assessments: rows
      .of('ssd_cin_assessments', ref)
      .filter((row) => row.get('cina_assessment_auth_date') === '') // STAT9
      .map((row) => ({ from: date(row, 'cina_assessment_start_date'), to: '' })),
    disabilities: rows.of('ssd_disability', ref).map((row) => row.get('disa_disability_code')),
  };
}

/** The first of some dates; '' where there is none. */
const firstOf = (dates: readonly string[]): string =>
  dates.filter((date) => date !== '').sort()[0] ?? '';
