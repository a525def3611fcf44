import { useWatch } from 'react-hook-form';
import type { Monitoring } from '#domain/records/monitoring.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import { profileOn } from '#storage/policies/profiles.ts';
import {
  finaliseMonitoring,
  missingForMonitoring,
  setMonitoringAside,
} from '#storage/staff-file/monitoring.ts';
import { lastDayOf } from '#storage/staff-file/monitoring-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { useGoTo } from '#ui/link.tsx';
import { MonitoringHeader } from './monitoring-header.tsx';
import { formOf } from './monitoring-values.ts';
import { NamesInForm } from './names-in-form.tsx';
import { PartOne } from './part-one.tsx';
import { PartThree } from './part-three.tsx';
import { PartTwo } from './part-two.tsx';

/** The whole form. It owns its draft while it is mounted, and saves it as it is typed. */
export function MonitoringForm({ draft }: { readonly draft: Monitoring }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const { id, superviseeRef } = draft;
  const monitoring = useDraftForm({
    collection: 'monitoring',
    record: draft,
    formId: 'monitoring',
    bodyOf: formOf,
    missing: (body) => missingForMonitoring(workspace, body),
    finish: () => finaliseMonitoring(workspace, id),
  });
  const [from, to] = useWatch({ control: monitoring.form.control, name: ['from', 'to'] });
  const putAside = async () => {
    await setMonitoringAside(workspace, id, true);
    goTo('/monitoring');
  };
  const profile = profileOn(workspace, lastDayOf({ to }, todayIn(workspace)));
  return (
    <DraftForm draft={monitoring}>
      <MonitoringHeader />
      <PartOne superviseeRef={superviseeRef} from={from} to={to} />
      <PartTwo profile={profile} />
      <PartThree />
      <NamesInForm />
      <ButtonGroup>
        <DoneButton draft={monitoring}>Finalise</DoneButton>
        <Button variant="link" onClick={() => void putAside()}>
          Not needed after all
        </Button>
      </ButtonGroup>
    </DraftForm>
  );
}
