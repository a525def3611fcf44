import { givenAnswers } from '#domain/agreeing/agreeing.ts';
import { stanceWords } from '#domain/agreeing/agreeing-words.ts';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { responsesTo } from '#storage/agreeing/agreeing-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { AsWritten, NotesSection } from './notes-section.tsx';

/** What the practitioner answered to the finished records (A2.21): in her own response, shown here. */
export function NotesAnswers({
  sessionId,
  who,
}: {
  readonly sessionId: string;
  readonly who: string;
}) {
  useAll('responses');
  const answers = givenAnswers(responsesTo(useWorkspace(), sessionId)).toReversed();
  if (answers.length === 0) return null;
  return (
    <NotesSection title="Answer to the records">
      {answers.map(({ id, stance, because, comments, answeredAt }) => (
        <AsWritten key={id} who={who} title={stanceWords(stance)}>
          <p className="govuk-body">{formatDateTime(toInstant(answeredAt))}</p>
          {because.trim() !== '' && <p className="govuk-body fp-text">Because: {because}</p>}
          {comments.trim() !== '' && <p className="govuk-body fp-text">{comments}</p>}
        </AsWritten>
      ))}
    </NotesSection>
  );
}
