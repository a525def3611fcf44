import { useForm } from 'react-hook-form';
import { caseSystemLink } from '#domain/recording/case-system-link.ts';
import { caseSystemHosts } from '#exchange/case-system-hosts.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';

const EXAMPLE = 'https://mosaic.example.gov.uk/person/{reference}';

/** Where a child is found in the case system. It is kept as typed; whether it may be opened is said below. */
export function CaseSystemAddress() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { caseSystem, caseSystemAddress } = settingsOf(workspace);
  const { register, handleSubmit, watch } = useForm({ defaultValues: { caseSystemAddress } });
  const submit = handleSubmit(async (values) => {
    await changeSettings(workspace, values);
    announce('Settings saved');
  });
  const typed = watch('caseSystemAddress');
  const hosts = caseSystemHosts();
  const link = caseSystemLink({ typed, hosts, reference: '12345' });
  return (
    <section aria-labelledby="case-system-address">
      <h2 className="govuk-heading-m" id="case-system-address">
        Link to a child in {caseSystem}
      </h2>
      <Form id="address" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Address of a child’s page"
          hint={`With {reference} where the council’s reference goes: ${EXAMPLE}. Nothing else about a child is put into it.`}
          spellCheck={false}
          {...register('caseSystemAddress')}
        />
        <InsetText>
          {typed.trim() === '' && hosts.length > 0 && `It may begin with ${startsOf(hosts)}.`}
          {typed.trim() === '' && hosts.length === 0 && 'No link is shown.'}
          {typed.trim() !== '' && link.outcome === 'none' && link.why}
          {link.outcome === 'link' && `The child with the reference 12345 opens at ${link.href}`}
        </InsetText>
        <Button type="submit" variant="secondary">
          Save the address
        </Button>
      </Form>
    </section>
  );
}

const startsOf = (hosts: readonly string[]): string =>
  hosts.map((host) => `https://${host}/`).join(' or ');
