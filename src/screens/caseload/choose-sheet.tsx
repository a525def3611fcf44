import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { RadiosField } from '#ui/radios-field.tsx';

interface ChooseSheetProps {
  readonly sheets: readonly string[];
  readonly onDone: (sheet: string) => void;
}

/** Of a workbook with several sheets: one is read, and a person says which. */
export function ChooseSheet({ sheets, onDone }: ChooseSheetProps) {
  const [place, setPlace] = useState('');
  const [tries, setTries] = useState(0);
  const sheet = sheets[Number(place)];
  const error = tries > 0 && place === '' ? 'Choose a sheet' : undefined;
  return (
    <>
      <ErrorSummary
        errors={error ? [{ id: 'sheet-sheet', message: error }] : []}
        submitCount={tries}
      />
      <Form
        id="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          setTries(tries + 1);
          if (place !== '' && sheet !== undefined) onDone(sheet);
        }}
      >
        <RadiosField
          name="sheet"
          legend="Sheet"
          legendHidden
          error={error}
          options={sheets.map((label, i) => ({ value: String(i), label }))}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Button type="submit">Continue</Button>
      </Form>
    </>
  );
}
