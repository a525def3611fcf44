import { schoolSupervision } from '#domain/supervision/school-supervision.ts';
import { profileOf, settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';

/** In a school, who is to supervise under a policy that says so. It holds nothing up. */
export function SchoolNotice({ supervisor }: { readonly supervisor: string }) {
  const workspace = useWorkspace();
  useAll('settings');
  useAll('profiles');
  const { workSetting, designatedOfficer: officer } = settingsOf(workspace);
  const profile = profileOf(workspace);
  const asked = schoolSupervision({ profile, workSetting, officer, supervisor });
  if (!asked) return null;
  return (
    <InsetText>
      {asked.rule} {asked.prompt}
    </InsetText>
  );
}
