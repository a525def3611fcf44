import { defineConfig } from 'vite';

/** Node 20 does not run TypeScript, so `npm run vectors` builds its command first. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'scripts/vectors-cli.ts',
    outDir: 'node_modules/.cache/vectors',
    emptyOutDir: true,
    target: 'node20',
  },
});
