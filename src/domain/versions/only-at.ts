/**
 * A body with nothing in it but one value, where a merge says that it is (`children.<id>.worries`): what is
 * walked to say that value in words. An id may hold full stops, so a path is walked by what is there.
 */
export function onlyAt(body: object, path: string, value: unknown): object {
  const at = onlyIn(body, path, value);
  return typeof at === 'object' && at !== null ? at : {};
}

function onlyIn(node: unknown, path: string, value: unknown): unknown {
  if (path === '') return value;
  if (Array.isArray(node)) {
    const item: unknown = node.find((each) => startsWith(path, idOf(each)));
    return item === undefined ? [value] : [onlyIn(item, restOf(path, idOf(item)), value)];
  }
  const keys = typeof node === 'object' && node !== null ? Object.entries(node) : [];
  const [key, inner] = keys.find(([name]) => startsWith(path, name)) ?? [];
  // What is not there now was removed: its field is the last part.
  if (key === undefined) return { [path.split('.').at(-1) ?? path]: value };
  return { [key]: onlyIn(inner, restOf(path, key), value) };
}

const idOf = (item: unknown): string => String((item as { readonly id?: unknown } | null)?.id);
const startsWith = (path: string, name: string) => path === name || path.startsWith(`${name}.`);
const restOf = (path: string, name: string) => path.slice(name.length + 1);
