import {
  endpointMayImport,
  layers,
  onlyPackages,
  ownPackages,
  TEST_FILE,
} from './directions.table.mjs';

const anyOf = (names) => names.join('|');
const packagePath = (names) => `(^|/)node_modules/(${anyOf(names)})(/|$)`;

const layerRules = () =>
  Object.entries(layers).map(([layer, allowed]) => ({
    name: `from-${layer}`,
    severity: 'error',
    from: { path: `^src/${layer}/`, pathNot: TEST_FILE },
    to: { path: '^src/', pathNot: `^src/(${anyOf([layer, ...allowed])})/` },
  }));

const ownPackageRules = () =>
  Object.entries(ownPackages).map(([name, layer]) => ({
    name: `${name}-only-in-${layer}`,
    severity: 'error',
    from: { path: '^src/', pathNot: [`^src/${layer}/`, TEST_FILE] },
    to: { path: packagePath([name]) },
  }));

const onlyPackageRules = () =>
  Object.entries(onlyPackages).map(([layer, names]) => ({
    name: `packages-of-${layer}`,
    severity: 'error',
    from: { path: `^src/${layer}/`, pathNot: TEST_FILE },
    to: { pathNot: ['^src/', packagePath(names)] },
  }));

/** The rules of dependency-cruiser that say what `directions.table.mjs` says. */
export function directionRules() {
  return [
    ...layerRules(),
    ...ownPackageRules(),
    ...onlyPackageRules(),
    {
      name: 'screen-to-screen',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/', pathNot: TEST_FILE },
      to: { path: '^src/screens/[^/]+/', pathNot: '^src/screens/$1/' },
    },
    {
      name: 'src-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST_FILE },
      to: { path: '^(test|scripts|bench|endpoint)/' },
    },
    {
      name: 'from-endpoint',
      severity: 'error',
      from: { path: '^endpoint/', pathNot: TEST_FILE },
      to: { path: '^src/', pathNot: endpointMayImport.map((path) => `^${path}`) },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-found',
      severity: 'error',
      from: { path: '^(src|endpoint)/', pathNot: TEST_FILE },
      to: { couldNotResolve: true, pathNot: String.raw`\?worker` },
    },
  ];
}
