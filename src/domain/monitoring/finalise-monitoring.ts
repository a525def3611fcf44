import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { actionsPart, policyPart } from '#domain/finalise/finished-parts.ts';
import { balancesThreePs } from '#domain/notes/note-fields.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import { type Monitoring, MonitoringRecord, type ShownFigure } from '#domain/records/monitoring.ts';
import { monitoringHeading } from './monitoring-heading.ts';
import {
  missingFromMonitoring,
  monthsOfForm,
  periodWords,
  readPastDay,
} from './monitoring-missing.ts';

/** Everything a finished monitoring form is made from. Pure: `at` is handed in. */
export interface MonitoringQuestion {
  readonly draft: Monitoring;
  readonly at: string;
  readonly by: string;
  readonly supervisor: string;
  readonly supervisee: string;
  /** Part 1, counted on the day of `at`. */
  readonly figures: readonly ShownFigure[];
  readonly picked: readonly string[];
  /** In force on the last day of the period, or today (FIG3). */
  readonly profile: PolicyProfile;
  readonly policySha256?: string | undefined;
  readonly synthetic: boolean;
}

export type FinalisedMonitoring =
  | { readonly outcome: 'finalised'; readonly record: MonitoringRecord; readonly text: string }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

const todayOf = ({ at }: MonitoringQuestion) => dateInLondon(toInstant(at));

/** MONITOR3, MONITOR4: the finished form with part 1 as it was shown that day, and its canonical text. */
export function buildMonitoring(question: MonitoringQuestion): FinalisedMonitoring {
  const missing = [
    ...missingFromMonitoring(question.draft, todayOf(question)),
    ...brokenElsewhere(question),
  ];
  if (missing.length > 0) return { outcome: 'missing', missing };
  const record = MonitoringRecord.parse(bodyOf(question));
  const text = canonicalize(record);
  assert(text, `monitoring ${record.id} has no canonical form`);
  return { outcome: 'finalised', record, text };
}

/** FIN6, for what is on the record from outside the form. */
function brokenElsewhere(question: MonitoringQuestion): readonly Missing[] {
  const { supervisor, supervisee, by, picked, figures } = question;
  const texts = [
    ...[supervisor, supervisee, by],
    ...picked,
    ...figures.flatMap(({ list, toCome, beside }) => [
      ...beside,
      ...[...list, ...toCome].flatMap(({ about, why }) => [about, why]),
    ]),
  ];
  return texts.some(hasLoneSurrogate) ? [{ path: 'from', message: loneSurrogateMessage }] : [];
}

function bodyOf(question: MonitoringQuestion): unknown {
  const { draft, profile, at } = question;
  const today = todayOf(question);
  const completedOn = readPastDay(draft.on, today);
  const dayOf = (typed: string): string => {
    const read = readPastDay(typed, today);
    return read.outcome === 'read' ? read.date : '';
  };
  return {
    ...draft,
    file: 'staff',
    type: 'monitoring',
    schema: 1,
    heading: monitoringHeading(profile),
    supervisor: question.supervisor,
    supervisee: question.supervisee,
    superviseeTerm: profile.terms.supervisee,
    threePs: balancesThreePs(profile),
    period: periodWords(monthsOfForm(draft, today)),
    completedOn: dayOf(draft.on),
    feedbackDate: dayOf(draft.feedbackOn),
    figures: question.figures,
    countedOn: today,
    picked: question.picked,
    actionsAgreed: actionsPart(
      draft.actions,
      completedOn.outcome === 'read' ? completedOn.date : today,
    ),
    policy: policyPart(profile, question.policySha256),
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: question.by,
  };
}
