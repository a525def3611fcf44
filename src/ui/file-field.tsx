import type { Ref } from 'react';
import { FieldShell, type FieldText } from './field.tsx';

interface FileFieldProps extends FieldText {
  readonly name: string;
  readonly accept: string;
  readonly onFile?: (file: File) => void;
  /** A whole folder at once, where the browser can. */
  readonly folder?: boolean;
  /** Several at once, such as the tables of one extract. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly ref?: Ref<HTMLInputElement>;
  readonly disabled?: boolean;
}

export function FileField({
  name,
  accept,
  onFile,
  onFiles,
  folder,
  ref,
  disabled,
  ...text
}: FileFieldProps) {
  return (
    <FieldShell name={name} {...text}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          name={name}
          type="file"
          accept={accept}
          multiple={onFiles !== undefined}
          {...(folder ? { webkitdirectory: '' } : {})}
          disabled={disabled}
          className="fp-file"
          // Emptied first, or choosing the same file again, now mended, would change nothing.
          onClick={(event) => {
            event.currentTarget.value = '';
          }}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile?.(file);
            const files = [...(event.currentTarget.files ?? [])];
            if (files.length > 0) onFiles?.(files);
          }}
        />
      )}
    </FieldShell>
  );
}
