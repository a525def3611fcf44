import { answerTo, givenAnswers } from '#domain/agreeing/agreeing.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { buildChildExport } from '#exchange/text/child-exports.ts';
import { staffNoteText, staffRecordText } from '#exchange/text/staff-record-text.ts';
import { type Finished, finishedIn, responsesTo } from '#storage/agreeing/agreeing-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useSignedRecords } from '#storage/signing/use-signatures.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';

/** One text to read: a child's record with its corrections, or the notes. */
interface TextToRead {
  readonly id: string;
  readonly title: string;
  /** The child whose record it is; undefined for the notes. */
  readonly childName?: string;
  readonly text: string;
  /** Some of it waits for an answer; `corrected` where that is a correction alone. */
  readonly waits: boolean;
  readonly corrected: boolean;
}

/** The signatures under one text, as they were checked on this device. */
type Signatures = (recordId: string) => readonly Checked[];

function textsToRead(
  workspace: Workspace,
  sessionId: string,
  signatures: Signatures,
): readonly TextToRead[] {
  const all = finishedIn(workspace, sessionId);
  const answers = givenAnswers(responsesTo(workspace, sessionId));
  const waits = (each: Finished) => !answerTo(each, answers);
  return all.flatMap((each): readonly TextToRead[] => {
    const { record } = each;
    const signed = signatures(record.id);
    if (record.collection === 'notes')
      return [{ ...noteText(record, signed), ...waiting([each], waits) }];
    if (record.collection !== 'childRecords') return [];
    const own = all.filter(
      (other) =>
        other.record.collection === 'childAmendments' && other.record.body.recordId === record.id,
    );
    // A correction is signed on its own.
    const signedToo = own.flatMap(({ id }) => signatures(id));
    const text = childText(workspace, record, [...signed, ...signedToo]);
    return [{ ...text, ...waiting([each, ...own], waits) }];
  });
}

const waiting = ([first, ...more]: readonly Finished[], waits: (each: Finished) => boolean) => {
  const itself = first !== undefined && waits(first);
  const corrections = more.some(waits);
  return { waits: itself || corrections, corrected: corrections && !itself };
};

function childText(
  workspace: Workspace,
  { id, body }: OpenRecord<'childRecords'>,
  signed: readonly Checked[],
) {
  const childName = body.child.name || body.child.reference;
  const text = buildChildExport('caseSystemText', {
    record: body,
    amendments: bodies(workspace, 'childAmendments'),
    marks: [],
    signatures: signed.filter((each) => each.file === 'child'),
  });
  return { id, childName, title: childName, text };
}

/** Notes finalised before they were a record of their own are shown as they were typed. */
function noteText({ id, body }: OpenRecord<'notes'>, signed: readonly Checked[]) {
  const record = finalOf(body);
  return record
    ? { id, title: record.heading, text: staffRecordText(record, signed.filter(isOfStaffFile)) }
    : { id, title: 'Supervision notes', text: staffNoteText(body) };
}

const isOfStaffFile = (each: Checked) => each.file === 'staff';

interface TextsToReadProps {
  readonly workspace: Workspace;
  readonly sessionId: string;
}

/** What waits in full; what was answered behind its name. */
export function TextsToRead({ workspace, sessionId }: TextsToReadProps) {
  const ids = finishedIn(workspace, sessionId).map(({ id }) => id);
  const signing = useSignedRecords(ids) ?? [];
  const texts = textsToRead(
    workspace,
    sessionId,
    (id) => signing.find(({ record }) => record.id === id)?.signatures ?? [],
  );
  const toRead = texts.filter(({ waits }) => waits);
  const readBefore = texts.filter(({ waits }) => !waits);
  return (
    <>
      {toRead.length > 0 && <h2 className="govuk-heading-m">To read</h2>}
      {toRead.map((each) => (
        <section key={each.id} aria-labelledby={`read-${each.id}`}>
          <h3 className="govuk-heading-s" id={`read-${each.id}`}>
            {each.title}
          </h3>
          <TextOf text={each} />
        </section>
      ))}
      {readBefore.length > 0 && <h2 className="govuk-heading-m">Read and answered</h2>}
      {readBefore.map((each) => (
        <Details key={each.id} summary={each.title}>
          <TextOf text={each} />
        </Details>
      ))}
    </>
  );
}

function TextOf({ text: { childName, text, corrected } }: { readonly text: TextToRead }) {
  return (
    <>
      <p className="govuk-body">
        {childName === undefined ? (
          <Destination file="staff" />
        ) : (
          <Destination file="child" name={childName} />
        )}
        {corrected && ' Corrected since you answered.'}
      </p>
      <p className="govuk-body fp-text">{text}</p>
    </>
  );
}
