import { lazy, Suspense } from 'react';
import { startFor } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Page } from '#ui/page.tsx';

const WhoIAmForm = lazy(async () => ({
  default: (await import('#screens/start/who-i-am.tsx')).WhoIAmForm,
}));

export function FinishStarting() {
  const workspace = useWorkspace();
  return (
    <Page title="Who you are" width="text">
      <Suspense fallback={<p className="govuk-body">Opening</p>}>
        <WhoIAmForm onDone={(who) => void startFor(workspace, { ...who, synthetic: false })} />
      </Suspense>
    </Page>
  );
}
