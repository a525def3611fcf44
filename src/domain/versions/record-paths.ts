/**
 * Where a merge says that something is: `children.<id>.worries`. An id may hold full stops of its own,
 * so a path is walked by what is there and never split.
 */
interface Step {
  readonly key: string | number;
  readonly value: unknown;
  readonly rest: string;
}

function stepsOf(node: unknown): readonly (readonly [string, string | number, unknown])[] {
  if (Array.isArray(node)) {
    return node.map((item, i) => [String((item as { id?: unknown } | null)?.id), i, item]);
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).map(([key, value]) => [key, key, value]);
}

function nextStep(node: unknown, path: string): Step | undefined {
  const found = stepsOf(node).find(([name]) => path === name || path.startsWith(`${name}.`));
  return found && { key: found[1], value: found[2], rest: path.slice(found[0].length + 1) };
}

export function valueAt(node: unknown, path: string): unknown {
  const step = nextStep(node, path);
  return step && step.rest !== '' ? valueAt(step.value, step.rest) : step?.value;
}

/** A copy with one value replaced; the same where nothing is at that path. */
export function withValueAt<T>(node: T, path: string, value: unknown): T {
  const step = nextStep(node, path);
  if (!step) return node;
  const next = step.rest === '' ? value : withValueAt(step.value, step.rest, value);
  if (Array.isArray(node)) return node.map((item, i) => (i === step.key ? next : item)) as T; // the same list, one item replaced
  return { ...node, [step.key]: next };
}
