import {
  formatDate,
  formatDateTime,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { figureSections, toLookAtIn } from '#domain/monitoring/figure-words.ts';
import { answerWords, qualityQuestions } from '#domain/monitoring/monitoring-questions.ts';
import type { MonitoringRecord, ShownFigure, ShownItem } from '#domain/records/monitoring.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import { type Checked, withSignatures } from '#domain/signing/signature-state.ts';
import { agreedActionWords } from './action-words.ts';

/** A finished monitoring form as plain text, for the supervision file. */
export const monitoringText = (
  record: MonitoringRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): string => monitoringBlocks(record, signatures).join('\n\n');

/**
 * The parts of that text, the head first and how it was finalised last. It takes a record of the staff file
 * and nothing else, and has children by reference alone.
 */
export function monitoringBlocks(
  record: MonitoringRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): readonly string[] {
  const { finalisedAt, finalisedBy, countedOn, policy } = record;
  const version = policy.version === undefined ? '' : `, version ${policy.version}`;
  return written([
    header(record),
    `Part 1: compliance, counted on ${onDate(countedOn)} by the rules of ${policy.label}${version}`,
    ...figureSections.map(({ title, ids }) => {
      const figures = record.figures.filter(({ id }) => ids.some((each) => each === id));
      return titled(title, figures.map(figureText).join('\n'));
    }),
    ...figuresOfOthers(record),
    titled('Part 2: quality', answers(record)),
    titled('Records that were picked to be read', picked(record)),
    titled('Part 3: strengths', record.strengths),
    titled('Areas to develop', record.toDevelop),
    titled('Actions agreed', actions(record)),
    titled('Feedback given to the supervisor on', onDate(record.feedbackDate) || record.feedbackOn),
    titled('Auditor', record.auditor),
    withSignatures(
      `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`,
      signatures,
    ),
  ]);
}

const written = (blocks: readonly string[]) => blocks.filter((block) => block.trim() !== '');

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);

const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

function header(record: MonitoringRecord): string {
  return [
    ...(record.synthetic ? ['SYNTHETIC: example data, not a real person'] : []),
    record.heading,
    `${record.superviseeTerm || 'Practitioner'}: ${record.supervisee}`,
    `Supervisor: ${record.supervisor}`,
    `Period: ${record.period}`,
    `Completed by: ${record.completedBy}`,
    `Date: ${onDate(record.completedOn)}`,
  ].join('\n');
}

const ruleWords = ({ rule, clause }: ShownFigure): string =>
  clause === '' ? rule : `${rule}, ${clause}`;

const itemText = ({ about, why }: ShownItem): string =>
  about === '' ? `  - ${why}` : `  - ${about}. ${why}`;

/** The number, its rule, and what is behind it: of what went well the number says it all. */
function figureText(figure: ShownFigure): string {
  const toLookAt = toLookAtIn(figure);
  return [
    `- ${figure.label}: ${figure.words} [${ruleWords(figure)}]`,
    ...figure.beside.map((line) => `  ${line}`),
    ...toLookAt.map(itemText),
  ].join('\n');
}

/** Figures of a newer version of the form, which this one has no heading for. */
function figuresOfOthers({ figures }: MonitoringRecord): readonly string[] {
  const known: readonly string[] = figureSections.flatMap(({ ids }) => ids);
  const others = figures.filter(({ id }) => !known.includes(id));
  return [titled('Other figures', others.map(figureText).join('\n'))];
}

function answers(record: MonitoringRecord): string {
  return qualityQuestions
    .flatMap((question): readonly string[] => {
      const { answer, comment } = record.answers[question.key];
      if (answer === '' && comment.trim() === '') return [];
      const said = answer === '' ? 'Not answered' : answerWords[answer];
      return [`- ${questionAsked(record, question)} ${said}${comment.trim() && `. ${comment}`}`];
    })
    .join('\n');
}

const questionAsked = (
  { threePs }: MonitoringRecord,
  { ask, askThreePs }: (typeof qualityQuestions)[number],
): string => (threePs ? (askThreePs ?? ask) : ask);

function picked({ picked: words, pickOf, timesPicked }: MonitoringRecord): string {
  if (words.length === 0) return '';
  const times = timesPicked > 1 ? ` Picked ${timesPicked} times; this is the last pick.` : '';
  return [
    `${words.length} of ${pickOf} finished records, picked at random.${times}`,
    ...words.map((each) => `- ${each}`),
  ].join('\n');
}

function actions({ actionsAgreed }: MonitoringRecord): string {
  return actionsAgreed.map((action) => `- ${agreedActionWords(action)}`).join('\n');
}
