/**
 * For the tests only: the HTML that govuk-frontend ships for its own components, and a way to
 * compare ours with it. An upgrade that changes a class or a shape then fails a test.
 */
import { readFileSync } from 'node:fs';

/** Only what React, or the promise that the browser keeps nothing, makes differ. */
const IGNORED = new Set(['autocomplete', 'data-module', 'aria-invalid', 'tabindex']);

/** React sets these as properties, so they are compared as such. */
const AS_PROPERTY = new Set(['value', 'checked', 'selected']);

/** Ids may differ, so a reference counts as the place of what it points to. */
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby'];

const COMPARED_OTHERWISE = new Set([...IGNORED, ...AS_PROPERTY, ...REFERENCES, 'id']);

function places(element: Element, attribute: string, root: Element): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  const all = [...root.querySelectorAll('*')];
  const found = ids.map((id) => all.findIndex((other) => other.id === id));
  return found.length > 0 ? ` ${attribute}->${found.join(',')}` : '';
}

function properties(element: Element): string {
  if (element instanceof HTMLInputElement) return ` =${element.value} on:${element.checked}`;
  if (element instanceof HTMLOptionElement) return ` =${element.value} on:${element.selected}`;
  return element instanceof HTMLTextAreaElement ? ` =${element.value}` : '';
}

function shapeOf(element: Element, root: Element, indent: string): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !COMPARED_OTHERWISE.has(name))
    .map(({ name, value }) => ` ${name}="${value}"`)
    .sort();
  const points = REFERENCES.map((name) => places(element, name, root));
  const lines = [
    `${indent}${element.tagName}${attributes.join('')}${points.join('')}${properties(element)}`,
  ];
  if (element instanceof HTMLTextAreaElement) return lines.join('');
  element.normalize();
  for (const child of element.childNodes) {
    const words = child.textContent?.replace(/\s+/g, ' ').trim();
    if (child instanceof Element) lines.push(shapeOf(child, root, `${indent} `));
    else if (words) lines.push(`${indent} ${words}`);
  }
  return lines.join('\n');
}

export const shapeInside = (root: Element) =>
  [...root.children].map((child) => shapeOf(child, root, '')).join('\n');

export function shapeOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  // In the document under test, so that `instanceof` speaks of the same classes.
  return shapeInside(document.importNode(page.body, true));
}

interface Fixture {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly html: string;
}

export function govukFixture(component: string, name: string): Fixture {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  // Theirs, of one shape in all components; a change of it fails the comparison itself.
  const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: readonly Fixture[] };
  const found = fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`govuk-frontend has no ${component} fixture called ${name}`);
  return found;
}
