import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { choosableProfiles } from '#domain/policies/shipped-profiles.ts';
import { profileOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { EditForm } from './edit-form.tsx';

const IN_FORCE = 'inForce';

/** A new version, starting from the policy in force, from one the app ships, or from a general one. */
export function EditPolicyScreen() {
  const workspace = useWorkspace();
  useAll('profiles');
  const [base, setBase] = useState<PolicyProfile>();
  const inForce = profileOf(workspace);
  if (base) return <EditForm base={base} onBack={() => setBase(undefined)} />;
  return <StartFrom inForce={inForce} onChosen={setBase} />;
}

interface StartFromProps {
  readonly inForce: PolicyProfile;
  readonly onChosen: (base: PolicyProfile) => void;
}

function StartFrom({ inForce, onChosen }: StartFromProps) {
  const { register, handleSubmit } = useForm({ defaultValues: { from: IN_FORCE } });
  const others = choosableProfiles().filter(({ id }) => id !== inForce.id);
  const submit = handleSubmit(({ from }) =>
    onChosen(others.find(({ id }) => id === from) ?? inForce),
  );
  return (
    <Page
      title="Change the policy"
      width="text"
      back={<BackLink href="/policy">Policy</BackLink>}
      focusKey="start"
    >
      <Form id="from" onSubmit={(event) => void submit(event)}>
        <RadiosField
          legend="Which profile do you start from?"
          hint="Nothing is changed until you save a new version."
          options={[
            { value: IN_FORCE, label: inForce.label, hint: 'In force now' },
            ...others.map(({ id, label, source }) => ({ value: id, label, hint: source.label })),
          ]}
          {...register('from')}
        />
        <Button type="submit">Continue</Button>
      </Form>
    </Page>
  );
}
