import { givenAnswers, mayAnswer, mayEndWait } from '#domain/agreeing/agreeing.ts';
import { agreeingWords, suggestionWords } from '#domain/agreeing/agreeing-words.ts';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { findAnswerDraft, recordsAwaiting } from '#storage/agreeing/agreeing.ts';
import { myRefs, responsesTo } from '#storage/agreeing/agreeing-reads.ts';
import { useAgreeing } from '#storage/agreeing/use-agreeing.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { AnswerWriting } from './answer-form.tsx';
import { AnswersGiven } from './answers-given.tsx';
import { EndWaitForm } from './end-wait-form.tsx';
import { TextsToRead } from './texts-to-read.tsx';

/** The records of one session, read and answered by the practitioner; the answer, seen by the supervisor. */
export function AgreeScreen({ sessionId }: { readonly sessionId: string }) {
  useAll('settings');
  const session = useRecord('sessions', sessionId)?.body;
  if (session) return <Agree key={sessionId} session={session} />;
  return (
    <Page title="Session not found" width="text">
      <p className="govuk-body">
        <Link href="/sessions">All sessions</Link>
      </p>
    </Page>
  );
}

function Agree({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('staff');
  const state = useAgreeing(session);
  const { caseSystem } = settingsOf(workspace);
  const mine = myRefs(workspace);
  const isMine = mayAnswer(session, mine);
  const practitioner = staffName(workspace, session.superviseeRef);
  const supervisor = staffName(workspace, session.supervisorRef);
  const responses = responsesTo(workspace, session.id);
  const on = sessionDate(session);
  const waits = state.status === 'waiting' || state.status === 'waitingAgain';
  return (
    <Page
      title={isMine ? 'Read and agree the record' : 'Agreement of the record'}
      width="text"
      focusKey={session.id}
      back={
        isMine ? (
          <BackLink href="/">Home</BackLink>
        ) : (
          <BackLink href={`/sessions/${session.id}/finish`}>Records of the session</BackLink>
        )
      }
    >
      <div className="fp-not-printed">
        <p className="govuk-body">
          Supervision of {practitioner} with {supervisor}
          {on && `, ${formatLongDate(on)}`}.
        </p>
        <InsetText>
          {agreeingWords(state, isMine ? 'you' : practitioner)}
          {waits && ` ${suggestionWords(state.suggestedBy)}`}
        </InsetText>
        {waits && (
          <p className="govuk-body">
            Each child’s record goes into {caseSystem} in its own time, answered or not.
          </p>
        )}
        <TextsToRead workspace={workspace} sessionId={session.id} />
        {isMine && <MyAnswer session={session} answers={givenAnswers(responses).length} />}
        <AnswersGiven responses={responses} by={isMine ? 'You' : practitioner} />
        {isMine && (
          <p className="govuk-body">
            <Link href="/handover">Send it to {supervisor} in a file</Link>
          </p>
        )}
        {waits && mayEndWait(session, mine) && <EndWaitForm sessionId={session.id} />}
      </div>
    </Page>
  );
}

interface MyAnswerProps {
  readonly session: Session;
  /** How many were given: the next one is another record. */
  readonly answers: number;
}

/** As long as something waits, also after the wait was ended; and while a begun answer is here. */
function MyAnswer({ session, answers }: MyAnswerProps) {
  const workspace = useWorkspace();
  const isBegun = findAnswerDraft(workspace, session.id) !== undefined;
  if (!isBegun && recordsAwaiting(workspace, session.id).length === 0) return null;
  return <AnswerWriting key={answers} session={session} />;
}
