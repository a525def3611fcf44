import { agreeingWords, suggestionWords } from '#domain/agreeing/agreeing-words.ts';
import type { Session } from '#domain/records/session.ts';
import { useAgreeing } from '#storage/agreeing/use-agreeing.ts';
import { staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** Whether the practitioner agrees the record. It is said here and holds nothing up. */
export function AgreementSection({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const state = useAgreeing(session);
  const waits = state.status === 'waiting' || state.status === 'waitingAgain';
  return (
    <section aria-labelledby="agreement-heading">
      <h2 className="govuk-heading-m" id="agreement-heading">
        Agreement
      </h2>
      <p className="govuk-body">
        {agreeingWords(state, staffName(workspace, session.superviseeRef))}
        {waits && ` ${suggestionWords(state.suggestedBy)}`}
      </p>
      {state.status !== 'nothing' && (
        <p className="govuk-body">
          <Link href={`/agree/${session.id}`}>Agreement of the record</Link>
        </p>
      )}
    </section>
  );
}
