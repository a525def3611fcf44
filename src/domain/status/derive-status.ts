import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildStatus, GeneralStatus } from './general-status.ts';
import {
  type CareSpell,
  isOpenSpell,
  latestFrom,
  openOf,
  type Spell,
  type StatusRows,
} from './status-rows.ts';

/** Legal status codes of the SSDA903 return for an agreed series of short breaks, and a single one. */
const shortBreakCodes = ['V3', 'V4'];
/** The code of the children in need census for "child's disability or illness". */
const needIsDisability = 'N2';

const dayWords = (iso: string) => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : undefined;
};
const onDay = (iso: string, verb: string) => {
  const words = dayWords(iso);
  return words ? ` ${verb} ${words}` : '';
};

const status = (code: GeneralStatus, since: string, words: string): ChildStatus => ({
  code,
  since,
  words,
});

function openStatus(
  code: GeneralStatus,
  spells: readonly Spell[],
  asAt: string,
  words: (since: string) => string,
): readonly ChildStatus[] {
  const open = openOf(spells, asAt);
  if (open.length === 0) return [];
  const since = latestFrom(open);
  return [status(code, since, words(since))];
}

/**
 * Every status that follows from a child's rows on the day of the file (ISO), each with the words that
 * say why (STAT1–STAT11 in ../RULES.md). Empty where nothing in the file gives one.
 */
export function deriveStatuses(rows: StatusRows, asAt: string): readonly ChildStatus[] {
  const shortBreaks = shortBreaksOf(rows, asAt);
  const particular = [
    ...proceedings(rows),
    ...openStatus(
      'CP',
      rows.protectionPlans,
      asAt,
      (since) => `a child protection plan${onDay(since, 'opened on')} is open`,
    ), // STAT2
    ...lookedAfter(rows, asAt),
    ...shortBreaks,
    ...openStatus(
      'CIN',
      rows.needPlans,
      asAt,
      (since) => `a child in need plan${onDay(since, 'opened on')} is open`,
    ), // STAT10
    ...careExperienced(rows),
    ...openStatus(
      'EH',
      rows.earlyHelp,
      asAt,
      (since) => `an early help episode${onDay(since, 'opened on')} is open`,
    ), // STAT7
    ...openStatus(
      'ASSESS',
      rows.assessments,
      asAt,
      (since) => `an assessment${onDay(since, 'started on')} is not authorised yet`,
    ), // STAT9
  ];
  // STAT10: short breaks are for a child in need, so they alone do not take that word away.
  if (particular.length > shortBreaks.length) return particular;
  return [
    ...particular,
    ...openStatus(
      'CIN',
      rows.referrals,
      asAt,
      (since) => `a referral${onDay(since, 'of')} is open and the file has no plan`,
    ),
  ];
}

/** STAT3, STAT4: the dataset has no end date for court; an approved final plan is the nearest to one. */
function proceedings({ preProceedings }: StatusRows): readonly ChildStatus[] {
  const court = preProceedings.filter((row) => row.inCourt && !row.finalPlanApproved);
  const before = preProceedings.filter(
    (row) => !row.inCourt && row.decided && row.outcome.trim() === '' && row.endedOn === '',
  );
  const since = (found: typeof preProceedings) =>
    latestFrom(found.map(({ decidedOn }) => ({ from: decidedOn, to: '' })));
  return [
    ...(court.length > 0
      ? [
          status(
            'COURT',
            since(court),
            'care proceedings are recorded and no final plan is approved',
          ),
        ]
      : []),
    ...(before.length > 0
      ? [
          status(
            'PLO',
            since(before),
            `pre-proceedings${onDay(since(before), 'decided on')} have no outcome yet`,
          ),
        ]
      : []),
  ];
}

const hasOpenShortBreak = ({ legal }: StatusRows, asAt: string) =>
  openOf(legal, asAt).some(({ code }) => shortBreakCodes.includes(code.trim().toUpperCase()));

/** STAT5, STAT6. A decision of an earlier period of care does not count for this one. */
function lookedAfter(rows: StatusRows, asAt: string): readonly ChildStatus[] {
  const open = openOf(rows.care, asAt);
  if (open.length === 0 || hasOpenShortBreak(rows, asAt)) return [];
  const since = latestFrom(open.map((spell) => ({ ...spell, from: beganOn(spell) })));
  const words = `looked after${onDay(since, 'since')}`;
  const decidedOn = permanenceDecidedOn(rows, asAt);
  const decided = dayWords(decidedOn);
  if (decided)
    return [status('CLA_PERM', since, `${words} and permanence was decided on ${decided}`)];
  const noDecision = hasPermanencePlan(rows, asAt)
    ? 'a permanence plan is recorded, but no decision about it'
    : 'no permanence decision is held';
  return [status('CLA', since, `${words} and ${noDecision}`)];
}

const beganOn = ({ enteredCareOn, from }: CareSpell) => enteredCareOn || from;

function currentPermanence(rows: StatusRows, asAt: string): StatusRows['permanence'] {
  const ended = new Set(
    rows.care.filter((spell) => !isOpenSpell(spell, asAt)).map(({ periodId }) => periodId),
  );
  for (const { periodId } of openOf(rows.care, asAt)) ended.delete(periodId);
  return rows.permanence.filter(({ periodId }) => periodId === '' || !ended.has(periodId));
}

/** STAT6: a permanence plan is recorded; it says nothing about a decision. */
export function hasPermanencePlan(rows: StatusRows, asAt: string): boolean {
  return currentPermanence(rows, asAt).length > 0;
}

/** STAT6 (C-29, 000:124): the latest decision that was not reversed; '' while there is none. */
export function permanenceDecidedOn(rows: StatusRows, asAt: string): string {
  return currentPermanence(rows, asAt)
    .filter(
      ({ decidedOn, reversedOn }) =>
        decidedOn !== '' &&
        decidedOn <= asAt &&
        (reversedOn === '' || reversedOn > asAt || reversedOn < decidedOn),
    )
    .reduce((latest, { decidedOn }) => (decidedOn > latest ? decidedOn : latest), '');
}

/** STAT8. */
function careExperienced({ careLeaver }: StatusRows): readonly ChildStatus[] {
  const [eligibility] = careLeaver;
  if (eligibility === undefined) return [];
  const as = eligibility.trim() === '' ? '' : ` (${eligibility.trim().toLowerCase()})`;
  return [status('CARE_EXP', '', `listed as a care leaver${as}`)];
}

/** STAT11: the dataset has no table of breaks given, so the words say what it rests on. */
function shortBreaksOf(rows: StatusRows, asAt: string): readonly ChildStatus[] {
  const legal = openOf(rows.legal, asAt).filter(({ code }) =>
    shortBreakCodes.includes(code.trim().toUpperCase()),
  );
  if (legal.length > 0) {
    const since = latestFrom(legal);
    return [
      status('SHORT_BREAKS', since, `the legal status is short breaks${onDay(since, 'since')}`),
    ];
  }
  const disabled = rows.disabilities.some(
    (code) => !['', 'NONE'].includes(code.trim().toUpperCase()),
  );
  const referral = openOf(rows.referrals, asAt).find(
    ({ primaryNeed }) => primaryNeed.trim().toUpperCase() === needIsDisability,
  );
  if (!disabled || !referral || openOf(rows.care, asAt).length > 0) return [];
  return [
    status(
      'SHORT_BREAKS',
      referral.from,
      'a disability is recorded and is the main need of the open referral',
    ),
  ];
}
