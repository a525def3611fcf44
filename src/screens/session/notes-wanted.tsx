import type { Session } from '#domain/records/session.ts';
import { preparationBesideSession } from '#storage/preparation-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { AsWritten } from './notes-section.tsx';

/** What the practitioner wants from supervision, from the preparation that was on the table. */
export function NotesWanted({ session, who }: { readonly session: Session; readonly who: string }) {
  const preparation = preparationBesideSession(useWorkspace(), session)?.body;
  if (!preparation || preparation.wants.trim() === '') return null;
  return (
    <AsWritten
      who={who}
      title="Wanted from supervision"
      destination={<Destination file="working" />}
    >
      <p className="govuk-body fp-text">{preparation.wants}</p>
    </AsWritten>
  );
}
