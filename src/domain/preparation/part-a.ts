import { ageText } from '#domain/caseload/subject.ts';
import { type CalendarDate, formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { SupervisionRecordForm } from '#domain/policies/profile-forms.ts';
import type { Child } from '#domain/records/child.ts';
import type { RecordedPartA } from '#domain/records/child-record-forms.ts';
import { type PreparedChild, partAFields } from '#domain/records/preparation.ts';

export interface PreparedOnTable {
  readonly part: PreparedChild;
  readonly by: string;
  /** When it was shared. */
  readonly at: string;
}

export interface PartAQuestion {
  readonly prepared: PreparedOnTable | undefined;
  readonly child: Child;
  /** Brothers and sisters whose names were ticked as belonging on this record; none otherwise. */
  readonly named: readonly Child[];
  readonly profile: PolicyProfile;
  /** The day of the discussion: ages are of that day. */
  readonly on: CalendarDate;
}

type Line = SupervisionRecordForm['partA']['lines'][number];

/**
 * FORM3: anything was written that the policy's form has a line for; only then does Part A stand on the
 * record (C-20). What was written beside it is not on the form.
 */
export const isPartAStarted = (part: PreparedChild, profile: PolicyProfile): boolean =>
  [
    part.familyName,
    part.changesOn,
    ...partAFields.flatMap(({ key }) =>
      partALabel(profile, key) === undefined ? [] : [part[key]],
    ),
  ].some((text) => text.trim() !== '');

/** What the policy's form calls a text of Part A; undefined where it has no such form or line. */
export const partALabel = (profile: PolicyProfile, key: string): string | undefined =>
  profile.forms?.supervisionRecord?.partA.lines.find((line) => line.key === key)?.label;

/**
 * FORM3: Part A of one child as the practitioner wrote it, under the policy's own headings and in their
 * order. It is made from Part A and from nothing else: no depth, reason, rank or impact.
 */
export function partAPart(question: PartAQuestion): { readonly partA?: RecordedPartA } {
  const { prepared, profile } = question;
  const form = profile.forms?.supervisionRecord;
  if (!form || !prepared || !isPartAStarted(prepared.part, profile)) return {};
  const lines = form.partA.lines.map((line) => ({
    key: line.key,
    label: line.label,
    text: textOf(line.key, prepared.part, question),
  }));
  const { title } = form.partA;
  return {
    partA: { title, partBTitle: form.partB.title, by: prepared.by, at: prepared.at, lines },
  };
}

function textOf(key: Line['key'], part: PreparedChild, question: PartAQuestion): string {
  const { child, named, profile, on } = question;
  const all = [child, ...named];
  switch (key) {
    case 'childrenNames':
      return all.map(({ name, reference }) => name || reference).join(', ');
    case 'ages':
      return all.map((each) => ageOf(each, on, named.length > 0)).join(', ');
    case 'status':
      return (
        cohortOptions(profile).find(({ code }) => code === child.status)?.label ?? child.status
      );
    case 'changes':
      return [part.changes, changedOn(part)].filter((text) => text.trim() !== '').join('\n');
    default:
      return part[key];
  }
}

function ageOf(child: Child, on: CalendarDate, withName: boolean): string {
  const age = ageText(child, on, formatDate) || 'not held';
  return withName ? `${child.name || child.reference}: ${age}` : age;
}

/** As a date where one was read on the day it was typed, and otherwise as it was typed. */
function changedOn({ changesOn, changesOnDate }: PreparedChild): string {
  const date = parseCalendarDate(changesOnDate);
  return date ? formatDate(date) : changesOn;
}

/** Said once for a family (A4); what a child says is that child's own. */
const ofTheFamily = [
  'familyName',
  'events',
  'did',
  'risks',
  'protective',
  'strengths',
  'role',
] as const;

/** FORM2: what was written for a brother or sister, for the fields that are still empty here. */
export function familyTexts(
  from: PreparedChild,
  own: PreparedChild,
): readonly (readonly [(typeof ofTheFamily)[number], string])[] {
  return ofTheFamily
    .filter((key) => own[key].trim() === '' && from[key].trim() !== '')
    .map((key) => [key, from[key]] as const);
}
