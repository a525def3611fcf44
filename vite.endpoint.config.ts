import { defineConfig } from 'vite';

/** Node 20 does not run TypeScript, so `npm run endpoint` builds it first. Packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'endpoint/main.ts',
    outDir: 'node_modules/.cache/endpoint',
    emptyOutDir: true,
    target: 'node20',
  },
});
