import type { Workbox } from 'workbox-window';
import { scriptUrl } from '#vault/script-url.ts';

let workbox: Workbox | undefined;
let registered: Promise<boolean> | undefined;
let updateIsWaiting = false;
const listeners = new Set<() => void>();
const replacedListeners = new Set<() => void>();

/** Makes the app work with the network off: once, when the first page is drawn. False where it cannot. */
export function registerServiceWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return Promise.resolve(false);
  registered ??= register().catch((error: unknown) => {
    console.warn('The service worker was not registered', error);
    return false;
  });
  return registered;
}

async function register(): Promise<boolean> {
  const { Workbox } = await import('workbox-window');
  workbox = new Workbox(scriptUrl('/sw.js'), { scope: '/' });
  workbox.addEventListener('waiting', () => {
    updateIsWaiting = true;
    for (const listener of listeners) listener();
  });
  let wasServed = navigator.serviceWorker.controller !== null;
  workbox.addEventListener('controlling', () => {
    if (wasServed) for (const listener of replacedListeners) listener();
    wasServed = true; // the first to serve this page replaces nothing
  });
  return (await workbox.register({ immediate: true })) !== undefined;
}

/** Calls back when a new version is ready, at once if it already is. Answers with the way to stop. */
export function onUpdateWaiting(listener: () => void): () => void {
  listeners.add(listener);
  if (updateIsWaiting) listener();
  return () => listeners.delete(listener);
}

/**
 * Calls back when another version serves this page: the files of the old one are gone from the cache,
 * so the page is to be left. In every tab, whichever was clicked. Answers with the way to stop.
 */
export function onReplaced(listener: () => void): () => void {
  replacedListeners.add(listener);
  return () => replacedListeners.delete(listener);
}

/**
 * Replaces this version by the one that is waiting; `onReplaced` tells when. The caller has saved
 * everything: only the lock screen or a click comes here, and nothing in this file reloads.
 */
export function applyUpdate(): void {
  workbox?.messageSkipWaiting();
}

/** Whether this device now holds all of the app. Waits for the service worker to serve this page. */
export async function offlineReady(): Promise<boolean> {
  if (!(await registerServiceWorker())) return false;
  if (!(await isActive())) return false;
  if (!(await holdsTheApp())) return false;
  await servesThisPage();
  return true;
}

/** It claims a first page a moment after it became active: until then a screen comes from the network. */
function servesThisPage(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}

/** A first worker that could not fetch everything is thrown away, and then none becomes ready. */
function isActive(): Promise<boolean> {
  return Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise<boolean>((resolve) => {
      workbox?.addEventListener('redundant', (event) => resolve(event.isUpdate === true));
    }),
  ]);
}

/**
 * An active worker is no proof: with its imports blocked it is active and its cache is empty.
 * So look for the page, and for each file that the page names.
 */
async function holdsTheApp(): Promise<boolean> {
  const names = (await caches.keys()).filter((name) => name.includes('-precache-'));
  for (const name of names) {
    const cache = await caches.open(name);
    const page = await cache.match('/index.html', { ignoreSearch: true });
    if (!page) continue;
    const held = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
    const named = (await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g);
    if ([...named].every(([, path]) => path !== undefined && held.has(path))) return true;
  }
  return false;
}
