import type { Fault } from './imported-caseload.ts';

/** More than anybody reads. Beyond it faults are counted, so that a wrong file cannot fill the memory. */
const MOST_LISTED = 20_000;

export type NewFault = Pick<Fault, 'file' | 'problem' | 'wouldBeRight'> & Partial<Fault>;

/** Collects faults while files are read. Rows that were not brought in are never left out of the list. */
export class FaultList {
  readonly #faults: Fault[] = [];
  #uncounted = 0;
  #notListed = 0;

  add(fault: NewFault): void {
    const kept = fault.kept ?? true;
    if (kept && this.#uncounted >= MOST_LISTED) {
      this.#notListed += 1;
      return;
    }
    if (kept) this.#uncounted += 1;
    this.#faults.push({
      line: 0,
      field: '',
      text: '',
      childRef: '',
      staffRef: '',
      ...fault,
      kept,
      value: visible(fault.value ?? ''),
    });
  }

  list(): readonly Fault[] {
    if (this.#notListed === 0) return this.#faults;
    const [first] = this.#faults;
    const more: Fault = {
      file: first?.file ?? '',
      line: 0,
      field: '',
      value: '',
      problem: `${this.#notListed} more fields have faults and are not listed one by one`,
      wouldBeRight: 'Check that the columns are matched to the right fields',
      kept: true,
      text: '',
      childRef: '',
      staffRef: '',
    };
    return [...this.#faults, more];
  }
}

/** Control characters, and those that turn the direction of text or have no width. */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const everyHidden = new RegExp(hidden.source, 'gu');

/** Text with its hidden characters named, like `[U+202E]`, for showing. What is stored stays as it was. */
export function visible(text: string): string {
  return text.replace(
    everyHidden,
    (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** What a reader should know about a text that is kept exactly as it is; undefined for an ordinary one. */
export function oddText(text: string): Pick<Fault, 'problem' | 'wouldBeRight'> | undefined {
  if (text === '') return undefined;
  if (/^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]/.test(text))
    return {
      problem: 'Starts like a spreadsheet formula. Kept as text, and never worked out',
      wouldBeRight: 'Text that starts with a letter or a number',
    };
  if (hidden.test(text))
    return {
      problem: 'Has hidden characters. Kept as they are, and shown in square brackets',
      wouldBeRight: 'Text without control characters or changes of direction',
    };
  if (text.includes('\ufffd'))
    return {
      problem: 'Has a character that was lost before the file was made',
      wouldBeRight: 'The letter in place of \ufffd',
    };
  return undefined;
}
