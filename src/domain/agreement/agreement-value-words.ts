import { employmentOptions, type FieldOption, stageOptions } from './agreement-choices.ts';
import { agreementFields } from './agreement-fields.ts';
import { intervalLabel } from './agreement-interval.ts';
import { statementText, supervisorStatements } from './agreement-statements.ts';

const labelIn = (options: readonly FieldOption[], value: string) =>
  options.find((each) => each.value === value)?.label ?? value;

/** What a choice means in words; undefined for text, which is shown as it was typed. */
export function valueWords(key: string, value: unknown): string | undefined {
  const input = agreementFields.find((field) => field.key === key)?.input;
  if (Array.isArray(value))
    return value.map((each) => statementText(supervisorStatements, String(each))).join('; ');
  if (typeof value !== 'string' || value === '') return undefined;
  if (input === 'interval') return intervalLabel(value);
  if (input === 'stage') return labelIn(stageOptions, value);
  if (input === 'employment') return labelIn(employmentOptions, value);
  return undefined;
}
