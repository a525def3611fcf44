import 'temporal-polyfill/global';
import { beforeEach } from 'vitest';

// A thread cannot change the time zone of its process, and so the tests that do are left out.
beforeEach(({ task, skip }) => {
  if (task.name.includes('Samoa')) skip();
});
