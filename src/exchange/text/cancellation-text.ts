import { reasonWords } from '#domain/cancellations/cancellations-in.ts';
import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { childRecordsWords } from '#domain/count-words.ts';
import {
  type CalendarMonth,
  formatDate,
  formatDateTime,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { FinishedCancellation } from '#domain/records/cancellation.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import { type Checked, withSignatures } from '#domain/signing/signature-state.ts';

/** How a child is told on the supervision file: by reference, never by name. */
export type ChildLabel = (childRef: string) => string;

/**
 * A cancellation or a gap as it stands on the supervision file, in its parts: the head first, how it was
 * finalised last. It takes a record of the staff file and nothing else: no child's text is made from it.
 */
export function cancellationBlocks(
  record: FinishedCancellation,
  labelOf: ChildLabel,
  signatures: readonly Checked<StaffSignature>[] = [],
): readonly string[] {
  const { finalisedAt, finalisedBy } = record;
  return [
    header(record),
    ...(record.kind === 'session' ? ofSession(record, labelOf) : ofGap(record)),
    titled('Cover and passing cases on', record.coverConsidered),
    withSignatures(
      `Recorded at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`,
      signatures,
    ),
  ].filter((block) => block !== '');
}

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);

const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

function header(record: FinishedCancellation): string {
  const { synthetic, heading, supervisee, supervisor, kind, cancelledDate, cancelledBy } = record;
  return [
    ...(synthetic ? ['SYNTHETIC: example data, not a real person'] : []),
    heading,
    `With: ${supervisee}`,
    `Supervisor: ${supervisor}`,
    ...(kind === 'session'
      ? [
          `Planned for: ${onDate(record.plannedFor)}`,
          `Cancelled: ${onDate(cancelledDate || record.cancelledOn)} by ${cancelledBy}`,
        ]
      : []),
  ].join('\n');
}

const exceptionalWords = { '': '', yes: 'Exceptional: yes', no: 'Exceptional: no' } as const;

function ofSession(record: FinishedCancellation, labelOf: ChildLabel): readonly string[] {
  const { exceptional, rearrangedOn, whyNotRearranged, atRisk } = record;
  const why = [reasonWords(record), exceptionalWords[exceptional]].filter((line) => line !== '');
  const late = atRisk.map(({ childRef, dueOn }) => `- ${labelOf(childRef)}: due ${onDate(dueOn)}`);
  return [
    titled('Reason', why.join('\n')),
    rearrangedOn === ''
      ? titled('No new date', whyNotRearranged)
      : titled('New date', onDate(rearrangedOn)),
    titled('Children whose discussion this puts at risk', late.join('\n') || 'None.'),
  ];
}

function ofGap({ months, cover, finished }: FinishedCancellation): readonly string[] {
  const told = months as CalendarMonth[]; // as they were reckoned
  return [
    titled('No formal supervision in', monthsWords(told)),
    titled('Who covered', cover),
    titled('Where it is written', `${childRecordsWords(finished.length)}, without the reason`),
  ];
}
