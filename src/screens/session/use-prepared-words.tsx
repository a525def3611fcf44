import { useFormContext } from 'react-hook-form';
import { partAText } from '#domain/preparation/preparation.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { preparationBesideSession } from '#storage/preparation/preparation-reads.ts';
import { preparedCase } from '#storage/preparation/prepared-cases.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface UsePreparedWordsProps {
  readonly session: Session;
  readonly child: Child;
  readonly index: number;
}

const keys = ['summary', 'childVoice', 'worries', 'protective'] as const;

/** What the practitioner prepared is never typed again. It is added to what is there, and the supervisor decides. */
export function UsePreparedWords({ session, child, index }: UsePreparedWordsProps) {
  const workspace = useWorkspace();
  useAll('preparations');
  const announce = useAnnounce();
  const { getValues, setValue } = useFormContext<DiscussionValues>();
  const record = preparationBesideSession(workspace, session);
  if (!record) return null;
  const { part } = preparedCase(workspace, record, child.ref);
  const words = partAText(part);
  const written = keys.filter((key) => words[key] !== '');
  if (written.length === 0) return null;
  const name = staffName(workspace, session.superviseeRef);

  function addWords() {
    for (const key of written) {
      const path = `children.${index}.${key}` as const;
      const before = getValues(path);
      if (before.includes(words[key])) continue;
      setValue(path, before.trim() === '' ? words[key] : `${before}\n\n${words[key]}`, {
        shouldDirty: true,
      });
    }
    announce(`${name}’s words are in the fields below`);
  }
  return (
    <Button variant="secondary" onClick={addWords}>
      Use {name}’s words in this record
    </Button>
  );
}
