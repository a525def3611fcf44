import { useState } from 'react';
import { Button, ButtonGroup } from './button.tsx';
import { useAnnounce } from './status-region.tsx';
import { TextAreaField } from './text-area-field.tsx';

interface CopyBlockProps {
  readonly label: string;
  readonly text: string;
  /** Names the field; only needed when a page has more than one. */
  readonly name?: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly copyLabel?: string;
  readonly onCopy: (text: string) => void | Promise<void>;
}

const COPIED = 'Copied';
const NOT_COPIED = 'Could not copy. Select the text and press Ctrl and C.';

/** Text to take elsewhere. It can be selected by hand too, since copying may be forbidden. */
export function CopyBlock(props: CopyBlockProps) {
  const { label, text, name = 'copy', hint, rows = 8, copyLabel = 'Copy', onCopy } = props;
  const announce = useAnnounce();
  const [result, setResult] = useState<{ readonly of: string; readonly words: string }>();

  async function copy() {
    const words = await Promise.resolve(onCopy(text)).then(
      () => COPIED,
      () => NOT_COPIED,
    );
    setResult({ of: text, words });
    announce(words);
  }

  return (
    <>
      <TextAreaField name={name} label={label} hint={hint} rows={rows} grow readOnly value={text} />
      <ButtonGroup>
        <Button variant="secondary" onClick={() => void copy()}>
          {copyLabel}
        </Button>
        {result?.of === text && <p className="fp-copied">{result.words}</p>}
      </ButtonGroup>
    </>
  );
}
