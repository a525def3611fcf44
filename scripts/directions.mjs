import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { directionRules } from './directions.rules.mjs';
import { layers, ownWords, TEST_FILE } from './directions.table.mjs';

const testFile = new RegExp(TEST_FILE);

async function wrongImports() {
  const folders = ['src', 'endpoint'].filter((folder) => existsSync(folder));
  const { output } = await cruise(
    folders,
    {
      ruleSet: { forbidden: directionRules() },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'], // of a package's parts, as hono/cors
      conditionNames: ['import', 'types', 'default'],
    },
    { tsConfig: extractTsConfig('tsconfig.json') },
  );
  const problems = output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`,
  );
  const looked = output.modules.map(({ source }) => source).filter((path) => /^src\//.test(path));
  return { problems, looked };
}

/** Words, and folders that the table does not know: the rules above would pass over them in silence. */
async function wrongFiles() {
  const problems = [];
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name).replaceAll('\\', '/');
    const layer = path.split('/')[1] ?? '';
    if (!(layer in layers)) problems.push(`no-such-layer: ${path} is in no folder of the table`);
    if (testFile.test(path) || !/\.tsx?$/.test(path)) continue;
    const text = await readFile(path, 'utf8');
    for (const [word, owner] of Object.entries(ownWords)) {
      if (layer !== owner && text.includes(word)) {
        problems.push(`word: ${path} mentions ${word}, which belongs to src/${owner}`);
      }
    }
    if (/\bfrom\s+['"]\.\.|\bimport\s*\(?\s*['"]\.\./.test(text)) {
      problems.push(`no-parent-path: ${path} imports with ../; write '#folder/file.ts'`);
    }
  }
  return problems;
}

const { problems, looked } = await wrongImports();
problems.push(...(await wrongFiles()));
// A cruiser that cannot read TypeScript finds no module and no fault.
if (looked.length === 0) problems.push('no module was looked at');

for (const problem of problems) console.error(problem);
console.log(`directions: ${looked.length} modules looked at, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
