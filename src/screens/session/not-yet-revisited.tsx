import { childLabel } from '#domain/caseload/child-label.ts';
import { countOf } from '#domain/count-words.ts';
import { decisionWords, notYetRevisited } from '#domain/decisions/revisits.ts';
import type { Session } from '#domain/records/session.ts';
import { revisitsFor } from '#storage/entries/pending-entries.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { agendaOf } from './agenda.ts';

/** The session's end asks for each decision. One without an answer stays pending: nothing is refused. */
export function NotYetRevisited({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('childEntries');
  useAll('decisions');
  useAll('decisionRevisits');
  useAll('notes');
  const waiting = agendaOf(workspace, session).flatMap(({ rowId, child, part }) =>
    notYetRevisited(part, revisitsFor(workspace, session, child.ref)).map((each) => ({
      ...{ id: each.decision.id, rowId, name: childLabel(child), words: decisionWords(each) },
    })),
  );
  if (waiting.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        {countOf(waiting.length, 'decision')} made outside supervision{' '}
        {waiting.length === 1 ? 'is' : 'are'} not revisited yet. What is not revisited stays pending
        and is asked for again at the next formal one-to-one session.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {waiting.map(({ id, rowId, name, words }) => (
          <li key={id}>
            <Link href={`/sessions/${session.id}/${rowId}`}>{name}</Link>: {words}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
