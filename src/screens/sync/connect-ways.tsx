import { useSync } from '#storage/sync/use-sync.ts';
import { Button } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { ConnectForm } from './connect-form.tsx';

/** The council's sign-in where there is one; a pasted token for a pilot without. */
export function ConnectWays() {
  const sync = useSync();
  if (!sync || sync.now.signIn === 'none') return <ConnectForm />;
  return (
    <>
      <SignInButton />
      <Details summary="Use a token instead">
        <ConnectForm />
      </Details>
    </>
  );
}

/** It locks first: what is open is saved and shut before the browser goes to another page. */
export function SignInButton() {
  const sync = useSync();
  if (!sync) return null;
  if (sync.now.signIn === 'in')
    return <Button onClick={() => void sync.signIn()}>Start syncing</Button>;
  return (
    <>
      <p className="govuk-body">
        You sign in on your council’s page. Footprint saves everything and locks first; unlock it
        when you are back.
      </p>
      <Button onClick={() => void sync.signIn()}>Lock and sign in</Button>
    </>
  );
}
