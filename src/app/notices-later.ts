import { lazy } from 'react';

/** Fetched beside the page. A network that goes before it came takes nothing else with it. */
export const Notices = lazy(() =>
  import('./notices.tsx').then(
    ({ Notices }) => ({ default: Notices }),
    () => ({ default: () => null }),
  ),
);
