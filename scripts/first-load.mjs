/** What an empty browser fetches to unlock and to see Home, zipped, against what we allow ourselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMITS_KB = { js: 170, css: 12 };

// Loaded on demand, yet before Home is on the screen.
const ON_THE_WAY = [/^src\/app\//, /^src\/screens\/(home|unlock)\//];
// Pages of their own: the first start of an empty device, and what is gone to from Home.
const NOT_ON_THE_WAY = [
  /^src\/app\/(screens|guard|sync-runner|sync-commands)\./, // fetched on leaving Home, and a second after it was drawn
  /^src\/app\/(service-worker|notices)\./, // beside the first page, which does not wait for it
  /^src\/app\/(start-here|finish-starting|handover-pages|change-passphrase-page)\./,
];
// Parts that are fetched only where there is something for them to show: counted apart.
const ONLY_WHERE_WAITING = [
  /^src\/app\/whose-records\./,
  /^src\/screens\/home\/(actions-due|awaiting-agreement|[a-z]+-waiting|supervision-notices)\./,
];
const WORKERS_ON_THE_WAY = [/^assets\/argon2\.worker-/];

const root = process.env.OUT_DIR ?? 'dist';
if (!existsSync(`${root}/.vite/manifest.json`)) {
  console.error(`Nothing was measured, because ${root} holds no build. Run: npm run build`);
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(`${root}/.vite/manifest.json`, 'utf8'));
const page = readFileSync(`${root}/index.html`, 'utf8');

// Home is two pages: each person fetches one part and not the other.
const NOT_FOR = {
  supervisor: /^src\/screens\/home\/my-supervision\./,
  practitioner: /^src\/screens\/home\/who-is-due\./,
};

function isOnTheWay(key, person, isWaiting) {
  const source = manifest[key]?.src ?? manifest[key]?.name ?? key;
  const matches = (pattern) => pattern.test(source);
  const left = [...NOT_ON_THE_WAY, NOT_FOR[person], ...(isWaiting ? [] : ONLY_WHERE_WAITING)];
  return ON_THE_WAY.some(matches) && !left.some(matches);
}

function follow(key, found, person, isWaiting) {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return;
  found.add(chunk.file);
  for (const sheet of chunk.css ?? []) found.add(sheet);
  for (const next of chunk.imports ?? []) follow(next, found, person, isWaiting);
  const dynamic = chunk.dynamicImports ?? [];
  const later = dynamic.filter((next) => isOnTheWay(next, person, isWaiting));
  for (const next of later) follow(next, found, person, isWaiting);
}

function filesOfFirstLoad(person, isWaiting) {
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  // Not sw.js: it is registered once the first page is drawn, and nothing waits for it.
  const found = new Set([...named.filter((file) => file.endsWith('.css'))]);
  for (const [key, chunk] of Object.entries(manifest)) {
    if (named.includes(chunk.file)) follow(key, found, person, isWaiting);
  }
  for (const file of named) {
    if (!found.has(file)) throw new Error(`${file} is in the page and not in the manifest`);
  }
  return found;
}

const all = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(js|css)$/.test(path));
const workers = all.filter((file) => WORKERS_ON_THE_WAY.some((pattern) => pattern.test(file)));
const persons = Object.keys(NOT_FOR).map((person) => ({
  person,
  files: [...filesOfFirstLoad(person, false), ...workers],
  everything: [...filesOfFirstLoad(person, true), ...workers],
}));

const zippedKb = (file) => gzipSync(readFileSync(`${root}/${file}`), { level: 9 }).length / 1000;
const row = (file, kb) => console.log(`  ${kb.toFixed(1).padStart(7)} kB  ${file}`);

let isAbove = false;
for (const { person, files, everything } of persons) {
  for (const [type, limit] of Object.entries(LIMITS_KB)) {
    const ofType = files.filter((file) => file.endsWith(`.${type}`));
    const total = ofType.reduce((sum, file) => sum + zippedKb(file), 0);
    console.log(`First load of a ${person}, ${type}, zipped:`);
    for (const file of ofType) row(file, zippedKb(file));
    console.log(`  ${total.toFixed(1).padStart(7)} kB  of at most ${limit} kB`);
    isAbove ||= total > limit;
  }
  const all = everything.filter((file) => file.endsWith('.js'));
  const totalKb = all.reduce((sum, file) => sum + zippedKb(file), 0);
  console.log(
    `  ${totalKb.toFixed(1).padStart(7)} kB  js where something waits on every part of Home`,
  );
}
console.log('Later (the service worker fetches it in the background):');
const first = new Set(persons.flatMap(({ everything }) => everything));
for (const file of all.filter((path) => !first.has(path))) row(file, zippedKb(file));

if (isAbove) {
  console.error('The first load is above its limit.');
  process.exitCode = 1;
}
