import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Clashed, Missing } from '#domain/discussion/discussion-progress.ts';
import { parseInterval } from '#domain/due/interval.ts';
import type { Worker } from '#domain/due/worker.ts';
import { ruleOn, workerPhases } from '#domain/due/worker-phases.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { AgreementResponse } from '#domain/records/response.ts';
import { type AgreementField, agreementFields, responseFields } from './agreement-fields.ts';
import { tooLong } from './agreement-interval.ts';
import type { Side } from './agreement-signatures.ts';
import { isBroken, isFromNewerVersion } from './agreement-text.ts';

/** Still to do before one side can sign, with the record that it is typed in. */
export interface MissingToSign extends Missing {
  readonly of: 'agreement' | 'response';
}

export interface SigningQuestion {
  readonly agreement: Agreement;
  readonly response: AgreementResponse | undefined;
  readonly side: Side;
  readonly profile: PolicyProfile;
  readonly worker: Worker;
  readonly today: CalendarDate;
}

/** AGREE8: everything still to do before this side can sign. Empty: it is ready. Saving needs none of it. */
export function missingToSign(question: SigningQuestion): readonly MissingToSign[] {
  const { agreement, response, side } = question;
  const shared = missingIn(agreement, agreementFields, question).map((each) => ({
    ...each,
    of: 'agreement' as const,
  }));
  if (side === 'supervisor') return shared;
  const own = missingIn(response ?? {}, responseFields, question);
  return [...shared, ...own.map((each) => ({ ...each, of: 'response' as const }))];
}

type Body = Readonly<Record<string, unknown>>;

function missingIn(
  body: Body,
  fields: readonly AgreementField[],
  question: SigningQuestion,
): readonly Missing[] {
  const found = fields.flatMap((field): readonly Missing[] => {
    const message = problemOf(body[field.key], field, question);
    return message === undefined ? [] : [{ path: field.key, message }];
  });
  return [...found, ...wholeRecord(body)];
}

/** AGREE9 (FIN7), and a record that a newer version wrote. */
function wholeRecord(body: Body): readonly Missing[] {
  const { clashes = [] } = body as Clashed;
  return [
    ...(clashes.length > 0
      ? [{ path: 'twoVersions', message: 'Choose between the two versions of this text' }]
      : []),
    ...('replacedById' in body && isFromNewerVersion(body as Agreement) // only an agreement is ever replaced
      ? [{ path: 'newer', message: 'Update Footprint first: a newer version wrote part of this' }]
      : []),
  ];
}

function problemOf(
  value: unknown,
  field: AgreementField,
  question: SigningQuestion,
): string | undefined {
  if (isBroken(value)) return loneSurrogateMessage;
  const text = typeof value === 'string' ? value.trim() : '';
  if (isEmpty(value))
    return isRequired(field, question) ? missingWords(field, question) : undefined;
  if (field.input === 'date') return dateProblem(text, question.today);
  if (field.input === 'minutes' && !/^\d+$/.test(text))
    return 'Enter the minutes as a number, like 60';
  if (field.input === 'interval') return intervalProblem(text, question);
  return undefined;
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() === ''
    : !value || (Array.isArray(value) && value.length === 0);

function isRequired({ required }: AgreementField, { profile }: SigningQuestion): boolean {
  if (required === 'whereNamed') return profile.dispute?.namedThirdParty === true;
  return required === true;
}

/** What the other side has left out is for the other side to do. */
function missingWords({ who, label, missing }: AgreementField, { side }: SigningQuestion): string {
  if (who === 'supervisor' && side === 'practitioner')
    return `Not filled in yet by the supervisor: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return missing ?? `Fill in: ${label}`;
}

/** AGREE10: what is signed must say the same day to whoever reads it, whenever. */
function dateProblem(text: string, today: CalendarDate): string | undefined {
  const [now, later] = [today, addDays(today, 400)].map((on) =>
    readTypedDate(text, on, { prefer: 'future' }),
  );
  if (now?.outcome === 'unreadable') return now.reason;
  const same = now?.outcome === 'read' && later?.outcome === 'read' && now.date === later.date;
  return same ? undefined : 'Write the date in full, like 4 December 2026';
}

function intervalProblem(text: string, question: SigningQuestion): string | undefined {
  const { profile, worker, today } = question;
  const agreed = parseInterval(text);
  if (!agreed) return 'Choose how often';
  return tooLong(agreed, profile, ruleOn(workerPhases(profile, worker), today));
}
