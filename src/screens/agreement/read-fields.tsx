import type { AgreementField } from '#domain/agreement/agreement-fields.ts';
import {
  statementText,
  superviseeStatements,
  supervisorStatements,
} from '#domain/agreement/agreement-statements.ts';
import { valueWords } from '#domain/agreement/agreement-value-words.ts';
import { SummaryList } from '#ui/summary-list.tsx';

interface ReadFieldsProps {
  readonly fields: readonly AgreementField[];
  readonly body: object;
}

/** Fields to read: what was typed, to the letter. */
export function ReadFields({ fields, body }: ReadFieldsProps) {
  const values = body as Readonly<Record<string, unknown>>; // a stored record: its keys are text
  return (
    <SummaryList
      rows={fields.map((field) => ({ key: field.label, value: shown(field, values[field.key]) }))}
    />
  );
}

function shown({ key, who, input }: AgreementField, value: unknown) {
  if (input === 'tick') return value === true ? 'Yes' : 'No';
  if (Array.isArray(value) && value.length > 0) {
    const statements = who === 'supervisor' ? supervisorStatements : superviseeStatements;
    return (
      <ul className="govuk-list govuk-list--bullet">
        {value.map((each) => (
          <li key={String(each)}>{statementText(statements, String(each))}</li>
        ))}
      </ul>
    );
  }
  const words = valueWords(key, value) ?? value;
  if (input === 'interval' && words === '') return 'By the policy';
  return typeof words === 'string' && words !== '' ? (
    <span className="fp-text">{words}</span>
  ) : (
    'Not filled in'
  );
}
