import { useFormContext, useWatch } from 'react-hook-form';
import { agendaFields } from '#domain/notes/note-more-fields.ts';
import type { Session } from '#domain/records/session.ts';
import type { NoteTextKey } from '#domain/records/staff-note.ts';
import { preparationBesideSession } from '#storage/preparation/preparation-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { AsWritten, NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

/** What each of the two brought (A2.6). When the agenda was agreed is said at the top of the session. */
export function NotesAgenda({ session, who }: { readonly session: Session; readonly who: string }) {
  const { register } = useFormContext<NoteValues>();
  const wants = preparationBesideSession(useWorkspace(), session)?.body.wants ?? '';
  const { supervisorWants } = session;
  const words = { agendaPractitioner: wants, agendaSupervisor: supervisorWants };
  return (
    <NotesSection title="Agenda">
      {wants.trim() !== '' && (
        <AsWritten
          who={who}
          title="Wanted from supervision"
          destination={<Destination file="working" />}
        >
          <p className="govuk-body fp-text">{wants}</p>
        </AsWritten>
      )}
      {agendaFields.map(({ key, label }) => (
        <div key={key}>
          <TextAreaField
            label={label}
            hint="Children by their reference and not by name."
            rows={2}
            grow
            {...register(key)}
          />
          <UseWords
            field={key}
            words={words[key as keyof typeof words]}
            whose={key === 'agendaPractitioner' ? `${who}’s words` : 'my words from the agenda'}
          />
        </div>
      ))}
    </NotesSection>
  );
}

interface UseWordsProps {
  readonly field: NoteTextKey;
  readonly words: string;
  readonly whose: string;
}

/** What was written beforehand is never typed again; it goes on the supervision file only by this button. */
function UseWords({ field, words, whose }: UseWordsProps) {
  const announce = useAnnounce();
  const { control, getValues, setValue } = useFormContext<NoteValues>();
  const now = useWatch({ control, name: field }) ?? '';
  if (words.trim() === '' || now.includes(words)) return null;
  function addWords() {
    const before = getValues(field);
    setValue(field, before.trim() === '' ? words : `${before}\n\n${words}`, { shouldDirty: true });
    announce('The words are in the field above');
  }
  return (
    <Button variant="secondary" onClick={addWords}>
      Use {whose}
    </Button>
  );
}
