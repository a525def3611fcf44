import type { ErrorCode } from '#sync/wire/common.ts';

const statusOf = {
  malformed: 400,
  signed_out: 401,
  unknown: 404,
  resync_required: 410,
  scope_changed: 410,
  too_large: 413,
  newer_app_needed: 426,
  slow_down: 429,
  unavailable: 503,
} as const satisfies { readonly [C in ErrorCode]: number };

const words: { readonly [C in ErrorCode]: string } = {
  malformed: 'The request is not one that the endpoint knows.',
  signed_out: 'Sign in again.',
  unknown: 'There is no such record, or it is not yours to see.',
  resync_required: 'What this device has must be compared with the endpoint again.',
  scope_changed: 'Who you work with has changed.',
  too_large: 'The request is larger than 1 MB.',
  newer_app_needed: 'The app and the endpoint speak different versions. Update the app.',
  slow_down: 'There were too many requests. Try again shortly.',
  unavailable: 'The records cannot be reached at the moment. Try again shortly.',
};

/** What a request as a whole is refused for. Thrown where it is found, answered in one place. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, retryAfterSeconds?: number) {
    super(words[code]);
    this.name = 'Refused';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status() {
    return statusOf[this.code];
  }
}
