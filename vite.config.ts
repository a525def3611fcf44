import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageJson from './package.json' with { type: 'json' };
import { stampBuild, writeHostFiles } from './scripts/build-plugins.mjs';

const version = process.env.APP_VERSION ?? packageJson.version;
const BRAND = '#4b2a63';

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  build: {
    outDir: process.env.OUT_DIR ?? 'dist',
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0, // the policy allows no data: URL
    // The service worker has every chunk: a list of what to preload is only weight on the first load.
    modulePreload: false,
    manifest: true, // read by scripts/first-load.mjs
    // What the page loads at once is one file: it zips better than twenty that say the same things.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  worker: { format: 'es' },
  resolve: {
    alias: {
      // The router asks for a shim of what React has had since 18.
      'use-sync-external-store/shim/index.js': 'react',
      // Its own build for browsers of today: the package’s entry is the one for older ones.
      dexie: 'dexie/dist/modern/dexie.mjs',
    },
  },
  plugins: [
    react(),
    stampBuild(version),
    writeHostFiles(),
    VitePWA({
      registerType: 'prompt', // never replaces the app under a person who is writing
      injectRegister: false, // its script is refused under Trusted Types; ours is src/app/service-worker.ts
      strategies: 'generateSW',
      includeManifestIcons: false, // the glob below has them already
      manifest: {
        id: '/',
        name: 'Footprint supervision records',
        short_name: 'Footprint',
        lang: 'en-GB',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: BRAND,
        background_color: '#ffffff',
        launch_handler: { client_mode: 'focus-existing' },
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'], // the plugin adds the manifest itself
        navigateFallback: '/index.html',
        cleanupOutdatedCaches: true,
        clientsClaim: true, // the first page too: a screen it has not fetched yet comes from the worker once it says “ready”
        skipWaiting: false,
        sourcemap: false,
        // Trusted Types blocks importScripts() without a word: the worker would be active and cache nothing.
        inlineWorkboxRuntime: true,
      },
    }),
  ],
});
