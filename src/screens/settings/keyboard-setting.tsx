import { useForm } from 'react-hook-form';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';

/** Some people's own tools use the same keys: then none of Footprint's may stand in their way (ui.md 2.5). */
export function KeyboardSetting() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { shortcuts } = settingsOf(workspace);
  const { register, handleSubmit } = useForm({ defaultValues: { shortcuts } });
  const submit = handleSubmit(async (values) => {
    await changeSettings(workspace, values);
    announce('Settings saved');
  });
  return (
    <section>
      <h2 className="govuk-heading-m">Keyboard</h2>
      <Form id="keyboard" onSubmit={(event) => void submit(event)}>
        <CheckboxField
          label="Use keyboard shortcuts"
          hint="Without them only the browser’s own keys work. Every shortcut has a button or a link that does the same."
          {...register('shortcuts')}
        />
        <p className="govuk-body">
          <Link href="/help">See the shortcuts</Link>
        </p>
        <Button type="submit" variant="secondary">
          Save keyboard setting
        </Button>
      </Form>
    </section>
  );
}
