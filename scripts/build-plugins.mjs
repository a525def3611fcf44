import { createHash } from 'node:crypto';
import { councilSignIn, endpointOrigin, headerConfig } from './headers.mjs';
import { hostFiles } from './host-files.mjs';

/**
 * The service worker keeps the page with the headers it came with, and fetches it again only when
 * its content changes. So the page carries a hash of the headers: new headers make it a new page.
 * It also carries the hosts that a link to a child in the case system may open: set by whoever builds, and
 * by nobody who uses it. So are the endpoint it syncs with and the council's sign-in.
 *
 * @param {string} version
 * @returns {import('vite').Plugin}
 */
export function stampBuild(version) {
  const hash = createHash('sha256').update(headerConfig()).digest('hex');
  return {
    name: 'footprint:stamp-build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { name: 'build', content: `${hash}+${version}` },
        injectTo: 'head',
      },
      {
        tag: 'meta',
        attrs: { name: 'case-system-hosts', content: process.env.CASE_SYSTEM_HOSTS ?? '' },
        injectTo: 'head',
      },
      {
        tag: 'meta',
        attrs: { name: 'endpoint', content: endpointOrigin() },
        injectTo: 'head',
      },
      {
        tag: 'meta',
        attrs: { name: 'sign-in', content: `${new URLSearchParams(councilSignIn())}` },
        injectTo: 'head',
      },
    ],
  };
}

/** @returns {import('vite').Plugin} */
export function writeHostFiles() {
  return {
    name: 'footprint:host-files',
    apply: 'build',
    generateBundle() {
      for (const [fileName, source] of Object.entries(hostFiles())) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
