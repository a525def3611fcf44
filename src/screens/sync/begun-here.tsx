import { isLocalRef } from '#domain/ids.ts';
import { useAll } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';

/** DIR5: whoever began by hand is known to the directory only once it has the reference that was made here. */
export function BegunHere() {
  const [settings] = useAll('settings');
  if (!settings || !isLocalRef(settings.me)) return null;
  return (
    <InsetText>
      If you are who is signed in: these records were begun on this device, and the council’s
      directory does not know you by the reference that was made here. Give it to whoever runs the
      endpoint, to be added to you as an alias. Then lock and unlock. Your reference here:{' '}
      {settings.me}
    </InsetText>
  );
}
