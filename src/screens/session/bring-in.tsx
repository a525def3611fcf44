import type { Session } from '#domain/records/session.ts';
import { bringIntoSession, notInSession } from '#storage/session/sessions.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';

/** Children who came onto the list after the session started. */
export function BringIn({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  if (session.status !== 'open') return null;
  const added = notInSession(workspace, session);
  if (added.length === 0) return null;
  return (
    <InsetText>
      {added.map((child) => (
        <p key={child.ref} className="govuk-body">
          {child.name || child.reference} came onto the list after this session started.{' '}
          <Button
            variant="link"
            onClick={() => void bringIntoSession(workspace, session.id, child.ref)}
          >
            Bring {child.name || child.reference} into this session
          </Button>
        </p>
      ))}
    </InsetText>
  );
}
