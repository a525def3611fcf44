import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { Session } from '#domain/records/session.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { staffName } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Form } from '#ui/form.tsx';
import { PageHeading } from '#ui/page.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { OpenElsewhere } from './open-elsewhere.tsx';

interface NotesPaneProps {
  readonly session: Session;
  readonly record: OpenRecord<'notes'> | undefined;
}

/** Personal supervision. It stays on the supervision file and no child's export can take it. */
export function NotesPane({ session, record }: NotesPaneProps) {
  const workspace = useWorkspace();
  return (
    <>
      <PageHeading>Personal notes</PageHeading>
      <p className="govuk-body">
        <Tag tone="purple">Stays on the supervision file</Tag> About{' '}
        {staffName(workspace, session.superviseeRef)}. Nothing here goes on a child’s record.
      </p>
      {record && record.body.finalisedAt === '' && <NotesEditing record={record} />}
      {record && record.body.finalisedAt !== '' && (
        <TextAreaField
          name="text"
          label="Notes, finalised"
          readOnly
          value={record.body.text}
          rows={8}
          grow
        />
      )}
    </>
  );
}

function NotesEditing({ record }: { readonly record: OpenRecord<'notes'> }) {
  const { status, takeOver } = useEditing('notes', record.id);
  if (status === 'asking') return null;
  if (status === 'elsewhere') {
    return (
      <>
        <OpenElsewhere onTakeOver={takeOver} />
        <TextAreaField name="text" label="Notes" readOnly value={record.body.text} rows={8} grow />
      </>
    );
  }
  return <NotesForm record={record} />;
}

function NotesForm({ record }: { readonly record: OpenRecord<'notes'> }) {
  const workspace = useWorkspace();
  const unsaved = workspace.queue.unsaved(record.id)?.body as StaffNote | undefined; // drafts of this id are notes
  const { register, subscribe } = useForm<StaffNote>({ defaultValues: unsaved ?? record.body });
  const { id } = record;

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'notes', id, body: structuredClone(values) }),
      }),
    [subscribe, workspace, id],
  );
  return (
    <Form id="personal" onSubmit={(event) => event.preventDefault()}>
      <TextAreaField
        label="Notes"
        hint="Wellbeing, workload, development, relationships."
        rows={10}
        grow
        {...register('text', { onBlur: () => void workspace.queue.flushOne(id) })}
      />
    </Form>
  );
}
