import { beforeAll, describe, expect, it } from 'vitest';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
import { bracknell, islington, swindon, today } from '../../../test/builders.ts';
import { plainRows, readDataset, sampleFiles } from '../../../test/caseload-files.ts';
import { choicesIn } from './choose-workers.ts';
import type { ImportedCaseload, ImportedFacts } from './imported-caseload.ts';

/** Figures straight from the CSVs, worked out here and nowhere in the app. */
const day = (text = '') => text.slice(0, 10);
const count = (keys: readonly (string | undefined)[]) => {
  const counts: Record<string, number> = {};
  for (const key of keys) if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
const latestBy = (rows: readonly (readonly [string | undefined, string])[]) => {
  const latest: Record<string, string> = {};
  for (const [ref, date] of rows)
    if (ref && date > (latest[ref] ?? '') && date <= today) latest[ref] = date;
  return latest;
};
const held = (facts: keyof ImportedFacts) =>
  Object.fromEntries(
    caseload.children
      .filter((child) => child.facts[facts])
      .map((child) => [child.ref, child.facts[facts]]),
  );

let caseload: ImportedCaseload;
beforeAll(async () => {
  caseload = await readDataset(sampleFiles());
});

const openInvolvements = plainRows('ssd_involvements.csv').filter(
  (row) =>
    row.invo_professional_role_id === 'ALLOCATED CASE WORKER' &&
    row.invo_involvement_end_date === '',
);
const refsOf = (name: string, column: string) => new Set(plainRows(name).map((row) => row[column]));

it('every child, once, as at the day of the extract', () => {
  expect(caseload.children.map(({ ref }) => ref)).toEqual(
    plainRows('ssd_person.csv').map((row) => row.pers_person_id),
  );
  expect(caseload).toMatchObject({ source: 'ssd', asAt: '2026-11-20', notOpen: 0 });
  expect(
    caseload.children.every(({ closedOn, checks }) => closedOn === '' && checks.length <= 1),
  ).toBe(true);
});

it('names, dates of birth and expected dates', () => {
  const expected = plainRows('ssd_person.csv').map((row) => [
    `${row.pers_forename} ${row.pers_surname}`,
    day(row.pers_dob),
    day(row.pers_expected_dob),
  ]);
  expect(
    caseload.children.map(({ name, dateOfBirth, expectedOn }) => [name, dateOfBirth, expectedOn]),
  ).toEqual(expected);
  expect(expected.filter(([, born]) => born === '')).toHaveLength(6);
  expect(expected.some(([name]) => name?.startsWith('Zoë'))).toBe(true);
});

it('families', () => {
  const families = Object.fromEntries(
    plainRows('ssd_family.csv').map((row) => [row.fami_person_id, row.fami_family_id]),
  );
  expect(
    Object.fromEntries(caseload.children.map((child) => [child.ref, child.familyRef])),
  ).toEqual(families);
});

it('open children for each team and worker', () => {
  const { teams, withoutWorker } = choicesIn(caseload);
  expect(teams.map(({ name }) => name)).toEqual([
    'Children Looked After 2',
    'Family Safeguarding 1',
    'Leaving Care 3',
  ]);
  expect(Object.fromEntries(teams.map((team) => [team.ref, team.children]))).toEqual(
    count(openInvolvements.map((row) => row.invo_professional_team)),
  );
  const workers = teams.flatMap((team) => team.workers);
  expect(workers).toHaveLength(plainRows('ssd_professionals.csv').length);
  expect(
    Object.fromEntries(
      workers.filter((each) => each.children > 0).map((each) => [each.ref, each.children]),
    ),
  ).toEqual(count(openInvolvements.map((row) => row.invo_professional_id)));
  expect(withoutWorker).toBe(0);
});

it('when each child was allocated, to the minute where the file has one', () => {
  for (const row of openInvolvements) {
    const child = caseload.children.find(({ ref }) => ref === row.invo_person_id);
    const start = row.invo_involvement_start_date ?? '';
    const moment = Temporal.PlainDateTime.from(start).toZonedDateTime('Europe/London').toInstant();
    expect(child?.allocations).toEqual([
      {
        staffRef: row.invo_professional_id,
        teamRef: row.invo_professional_team,
        from: day(start),
        to: '',
        allocatedAt: start.endsWith('T00:00:00') ? day(start) : moment.toString(),
      },
    ]);
  }
});

describe('statuses', () => {
  // In this extract every row of these tables is open, and each child is in one group of them.
  const expected = () => {
    const protection = refsOf('ssd_cp_plans.csv', 'cppl_person_id');
    const looked = refsOf('ssd_cla_episodes.csv', 'clae_person_id');
    const decided = new Set(
      plainRows('ssd_permanence.csv')
        .filter((row) => row.perm_adm_decision_date !== '')
        .map((row) => row.perm_person_id),
    );
    const leavers = refsOf('ssd_care_leavers.csv', 'clea_person_id');
    const need = refsOf('ssd_cin_plans.csv', 'cinp_person_id');
    return { protection, looked, decided, leavers, need };
  };
  const counted = (profile: typeof swindon) =>
    count(caseload.children.map(({ statuses }) => statusForProfile(statuses, profile)?.code));

  it('children of each status under Swindon', () => {
    const { protection, looked, decided, leavers, need } = expected();
    expect(counted(swindon)).toEqual({
      CP_PLO_COURT: protection.size,
      CWCF_PERM: decided.size,
      CWCF_NO_PERM: looked.size - decided.size,
      CARE_EXP: leavers.size,
      CIN: need.size,
    });
  });

  it('children of each status under Islington and Bracknell, which have fewer words', () => {
    const { protection, looked, leavers, need } = expected();
    const before = refsOf('ssd_pre_proceedings.csv', 'prep_person_id').size;
    const common = { CLA: looked.size, CIN: need.size };
    expect(counted(islington)).toEqual({
      ...common,
      ...{ PLO: before, CP: protection.size - before, IF: leavers.size },
    });
    expect(counted(bracknell)).toEqual({ ...common, CP: protection.size, CARE_EXP: leavers.size });
  });

  it('pre-proceedings beside child protection, each with its day', () => {
    const rows = plainRows('ssd_pre_proceedings.csv');
    const both = caseload.children.filter(({ statuses }) =>
      statuses.some(({ code }) => code === 'PLO'),
    );
    expect(both.map(({ ref }) => ref).sort()).toEqual(rows.map((row) => row.prep_person_id).sort());
    expect(both.every(({ statuses }) => statuses.some(({ code }) => code === 'CP'))).toBe(true);
    const plans = plainRows('ssd_cp_plans.csv').find((row) => row.cppl_person_id === '100006');
    expect(plans?.cppl_cp_plan_start_date).toBe('2026-05-04T00:00:00');
    const child = caseload.children.find(({ ref }) => ref === '100006');
    expect(statusForProfile(child?.statuses ?? [], swindon)?.words).toBe(
      'CP/PLO/Court because a child protection plan opened on 4 May 2026 is open',
    );
  });

  it('legal statuses in words', () => {
    const words = { V2: 'Accommodated under section 20', E1: 'Placement order' };
    const more = { C1: 'Interim care order', C2: 'Full care order' };
    const codes = count(plainRows('ssd_legal_status.csv').map((row) => row.lega_legal_status));
    expect(count(caseload.children.map(({ legalStatus }) => legalStatus || undefined))).toEqual(
      Object.fromEntries(
        Object.entries({ ...words, ...more }).map(([code, text]) => [
          `${text} (${code})`,
          codes[code],
        ]),
      ),
    );
  });
});

describe('facts', () => {
  const visits = ['cinv_cin', 'cppv_cp', 'clav_cla'].flatMap((prefix) =>
    plainRows(`ssd_${prefix.slice(5)}_visits.csv`).map((row) => ({
      ref: row[`${prefix.slice(0, 4)}_person_id`],
      on: day(row[`${prefix}_visit_date`]),
      seen: row[`${prefix}_visit_seen`] === 'Y',
      alone: row[`${prefix}_visit_seen_alone`] === 'Y',
    })),
  );

  it('last seen and last seen alone', () => {
    const seen = visits.filter((visit) => visit.seen);
    expect(held('lastSeenOn')).toEqual(latestBy(seen.map(({ ref, on }) => [ref, on])));
    expect(held('lastSeenAloneOn')).toEqual(
      latestBy(seen.filter(({ alone }) => alone).map(({ ref, on }) => [ref, on])),
    );
  });

  const periods = Object.fromEntries(
    plainRows('ssd_cla_episodes.csv').map((row) => [row.clae_cla_id, row.clae_person_id]),
  );
  const reviews = [
    ...plainRows('ssd_cp_reviews.csv').map((row) => ({
      ref: row.cppr_person_id ?? '',
      due: day(row.cppr_cp_review_due),
      heldOn: day(row.cppr_cp_review_date),
    })),
    ...plainRows('ssd_cla_reviews.csv').map((row) => ({
      ref: periods[row.clar_cla_id ?? ''] ?? '',
      due: day(row.clar_cla_review_due_date),
      heldOn: day(row.clar_cla_review_date),
    })),
  ];
  const lastHeld = latestBy(reviews.map(({ ref, heldOn }) => [ref, heldOn]));

  it('last and next review: the first one due after the last that was held', () => {
    expect(held('lastReviewOn')).toEqual(lastHeld);
    const next: Record<string, string> = {};
    for (const { ref, due, heldOn } of reviews)
      if (heldOn === '' && due > (lastHeld[ref] ?? '') && due < (next[ref] ?? '9')) next[ref] = due;
    const pathway = plainRows('ssd_care_leavers.csv').map((row) => [
      row.clea_person_id,
      day(row.clea_pathway_plan_review_date),
    ]);
    expect(held('nextReviewOn')).toEqual({ ...next, ...Object.fromEntries(pathway) });
  });

  it('plans, assessments, permanence and being in touch', () => {
    const plans = [
      ...plainRows('ssd_cin_plans.csv').map((row) => [
        row.cinp_person_id,
        row.cinp_cin_plan_start_date,
      ]),
      ...plainRows('ssd_cp_plans.csv').map((row) => [
        row.cppl_person_id,
        row.cppl_cp_plan_start_date,
      ]),
      ...plainRows('ssd_cla_care_plan.csv').map((row) => [
        row.lacp_person_id,
        row.lacp_cla_care_plan_start_date,
      ]),
    ];
    const latest = (rows: readonly (readonly (string | undefined)[])[]) =>
      latestBy(rows.map(([ref, date]) => [ref, day(date)]));
    expect(held('planOn')).toEqual(latest(plans));
    expect(held('assessmentOn')).toEqual(
      latest(
        plainRows('ssd_cin_assessments.csv').map((row) => [
          row.cina_person_id,
          row.cina_assessment_auth_date,
        ]),
      ),
    );
    expect(held('permanenceDecisionOn')).toEqual(
      latest(
        plainRows('ssd_permanence.csv').map((row) => [
          row.perm_person_id,
          row.perm_adm_decision_date,
        ]),
      ),
    );
    expect(held('inTouchOn')).toEqual(
      latest(
        plainRows('ssd_care_leavers.csv').map((row) => [
          row.clea_person_id,
          row.clea_care_leaver_latest_contact,
        ]),
      ),
    );
  });
});

it('what is missing is said: two tables, and columns that a council may leave out', () => {
  const said = caseload.faults.map(({ file, field, problem }) => [
    file,
    field,
    problem.split('. ')[0],
  ]);
  expect(said).toContainEqual(['ssd_disability.csv', '', 'This table is not among the files']);
  expect(said).toContainEqual([
    'ssd_early_help_episodes.csv',
    '',
    'This table is not among the files',
  ]);
  expect(said).toContainEqual([
    'ssd_permanence.csv',
    'perm_decision_reversed_date',
    'The column perm_decision_reversed_date is missing',
  ]);
  expect(caseload.faults.every(({ kept }) => kept)).toBe(true);
  // Authorised after the day of the extract: the only cells of it that cannot be right.
  expect(caseload.faults.filter(({ line }) => line > 1).map(({ childRef }) => childRef)).toEqual([
    '100268',
    '100358',
  ]);
});
