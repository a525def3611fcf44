import { FieldShell, type FieldText, type Registered, useFieldId } from './field.tsx';
import { inputClass } from './text-field.tsx';

interface DateTextFieldProps extends FieldText, Registered<'input'> {
  /** How the typed date was understood, in full: "Friday 4 December 2026". */
  readonly echo?: string | undefined;
}

/**
 * One box for a date as people write it. The echo waits its turn (`polite`) and its place is
 * always in the page: a live region that arrives together with its text is not read out.
 */
export function DateTextField(props: DateTextFieldProps) {
  const { label, hint, error, id: ownId, labelSize, labelHidden, echo, ...input } = props;
  const id = useFieldId(input.name, ownId);
  const text = { name: input.name, label, hint, error, id, labelSize, labelHidden };
  return (
    <FieldShell {...text} describedByToo={`${id}-echo`}>
      {(control) => (
        <>
          <input
            {...input}
            {...control}
            type="text"
            className={inputClass(error, '20')}
            spellCheck={false}
          />
          <p id={`${id}-echo`} className="fp-echo" aria-live="polite">
            {echo}
          </p>
        </>
      )}
    </FieldShell>
  );
}
