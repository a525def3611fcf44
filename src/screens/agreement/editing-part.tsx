import { type ReactNode, useEffect } from 'react';
import type { OpenRecord } from '#storage/open-record.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';

interface EditingPartProps {
  readonly record: OpenRecord<'agreements'> | OpenRecord<'responses'>;
  /** The form, mounted anew where `shown` changes. */
  readonly form: (shown: string) => ReactNode;
  /** While another tab has it. */
  readonly reading: ReactNode;
}

/** Holds the record while its form is mounted. Nothing is ever written into a mounted form. */
export function EditingPart({ record, form, reading }: EditingPartProps) {
  const workspace = useWorkspace();
  const { collection, id } = record;
  const { status, takeOver } = useEditing(collection, id);
  const { clashes = [] } = record.body as { clashes?: readonly unknown[] };
  const isEditing = status === 'editing';
  // A choice between two versions is a change from outside: the form is drawn afresh for it.
  const shown = `${id} ${clashes.length}`;
  useEffect(() => {
    // What the new form shows is what its edits are measured against.
    if (isEditing && shown && !workspace.queue.unsaved(id)) workspace.openDraft(collection, id);
  }, [workspace, collection, id, isEditing, shown]);
  if (status === 'asking') return null;
  if (isEditing) return form(shown);
  return (
    <>
      <OpenElsewhere onTakeOver={takeOver} />
      {reading}
    </>
  );
}
