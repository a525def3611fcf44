import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { policyPart } from '#domain/finalise/finished-parts.ts';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import { FinishedCancellation } from '#domain/records/cancellation.ts';
import { childrenAtRisk, lostSession } from './cancellation.ts';
import {
  type CancellationProgress,
  cancellationOf,
  missingToCancel,
  readCancelledOn,
} from './cancellation-missing.ts';

/** A child on the list and when its discussion is due, by the one due-date function. */
export interface ChildDueOn {
  readonly childRef: ChildRef;
  readonly dueOn: CalendarDate | undefined;
}

/** What every finished text of a cancellation or a gap is made from. Pure: `at` is handed in. */
export interface FinishedFrom {
  readonly at: string;
  readonly supervisor: string;
  readonly supervisee: string;
  readonly policySha256?: string | undefined;
  readonly synthetic: boolean;
}

export interface CancellationQuestion extends CancellationProgress, FinishedFrom {
  readonly children: readonly ChildDueOn[];
  /** The session on the new day; undefined where there is none. */
  readonly newSessionId: RecordId | undefined;
}

export type BuiltCancellation =
  | {
      readonly outcome: 'built';
      readonly record: FinishedCancellation;
      readonly text: string;
      /** Whether it explains a period that was missed (CANCEL3): the clocks are told nothing else. */
      readonly exceptional: boolean;
    }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** CANCEL7: the cancellation as a record of the supervision file, with its canonical text. */
export function buildCancellation(question: CancellationQuestion): BuiltCancellation {
  const missing = missingToCancel(question);
  if (missing.length > 0) return { outcome: 'missing', missing };
  const { record: draft, today, children, newSessionId } = question;
  const cancellation = cancellationOf(draft, today);
  const { rearrangedFor } = cancellation;
  const on = readCancelledOn(draft, today);
  const { record, text } = finishedText(question, {
    heading: 'Cancelled supervision session',
    cancelledDate: on.outcome === 'read' ? on.date : '',
    rearrangedOn: rearrangedFor ?? '',
    newSessionId: rearrangedFor === undefined ? '' : (newSessionId ?? ''),
    // CANCEL7: as it was that day, by reference. No rule reads it.
    atRisk: childrenAtRisk(children, { rearrangedFor }).map(({ childRef, dueOn }) => ({
      id: childRef,
      childRef,
      dueOn: dueOn ?? '',
    })),
  });
  const { exceptionalReason = false } = lostSession(cancellation);
  return { outcome: 'built', record, text, exceptional: exceptionalReason };
}

/** The finished record and its canonical text (RFC 8785): what is stored, and never written again. */
export function finishedText(
  question: FinishedFrom & Pick<CancellationProgress, 'record' | 'profile' | 'by'>,
  more: object,
): { readonly record: FinishedCancellation; readonly text: string } {
  const { record: draft, profile, at, by } = question;
  const record = FinishedCancellation.parse({
    ...draft,
    file: 'staff',
    schema: 1,
    supervisee: question.supervisee,
    supervisor: question.supervisor,
    policy: policyPart(profile, question.policySha256),
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: by,
    ...more,
  });
  const text = canonicalize(record);
  assert(text, `cancellation ${record.id} has no canonical form`);
  return { record, text };
}
