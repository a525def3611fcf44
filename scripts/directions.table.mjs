/** Which folder of src may import which: the table of docs/architecture.md, and the only copy in code. */
export const layers = {
  domain: [],
  vault: ['domain'],
  storage: ['domain', 'vault'],
  sync: ['domain', 'vault', 'storage'],
  exchange: ['domain', 'vault', 'storage', 'ui'],
  ui: ['domain'],
  screens: ['domain', 'storage', 'exchange', 'ui'],
  app: ['domain', 'vault', 'storage', 'sync', 'exchange', 'ui', 'screens'],
};

/** Packages that only one layer may use. */
export const ownPackages = { dexie: 'storage', 'hash-wasm': 'vault', papaparse: 'exchange' };

/** The only packages that a layer may use; a layer not listed may use any but those above. */
export const onlyPackages = { domain: ['zod', 'temporal-polyfill', 'canonicalize'] };

/** Words that only one layer may contain. */
export const ownWords = { 'crypto.subtle': 'vault' };

/** What the reference endpoint may take from src. */
export const endpointMayImport = ['src/domain/', 'src/sync/wire'];

/** Tests, and the builders they share, may import anything. */
export const TEST_FILE = String.raw`\.test\.[a-z]+$`;
