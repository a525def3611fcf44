import { cite } from '#domain/policies/policy-profile.ts';
import { agreementInForce } from '#storage/agreement/agreement-in-force.ts';
import { findStaff, profileOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';

/**
 * Says, where no agreement with this person is in force, what the policy wants. It holds nothing up. A
 * policy that asks for no agreement says nothing, and so does one in force.
 */
export function AgreementNotice({ superviseeRef }: { readonly superviseeRef: string }) {
  const workspace = useWorkspace();
  useAll('agreements');
  useAll('responses');
  useAll('staff');
  const profile = profileOf(workspace);
  const staff = findStaff(workspace, superviseeRef);
  if (!profile.agreement?.required || !staff) return null;
  if (agreementInForce(workspace, superviseeRef)) return null;
  const { terms, source, agreement } = profile;
  // A policy that says nothing of its own about agreements has no clause to name.
  const clause = agreement.src ? cite(profile, agreement.src) : 'Footprint’s own reminder';
  return (
    <InsetText>
      {agreement.signedBeforeFirstSession
        ? `${source.name}’s policy wants the ${terms.agreement} signed by both before the first session (${clause}).`
        : `No ${terms.agreement} is in force (${clause}).`}{' '}
      <Link href={`/agreements/${staff.id}`}>{terms.agreement}</Link>
    </InsetText>
  );
}
