interface ScriptUrlPolicy {
  createScriptURL(path: string): unknown;
}

interface WithTrustedTypes {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(path: string): string }): ScriptUrlPolicy;
  };
}

/** Whole paths, so that neither another origin nor a way out of the folder can match. */
const OWN_SCRIPT = /^\/(?:sw|assets\/[\w.-]+)\.js$/;

function ensureOwnScript(path: string): string {
  // The development server names workers by their source, and sends no policy.
  if (import.meta.env.DEV || OWN_SCRIPT.test(path)) return path;
  throw new TypeError(`Not a script of this app: ${path}`);
}

// The one policy the response headers allow (scripts/headers.mjs). A second one would be refused.
const policy = (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('footprint-scripts', {
  createScriptURL: ensureOwnScript,
});

/** The address of a worker of this app, in the form the browser demands. Throws TypeError for any other. */
export function scriptUrl(path: string): string {
  // TypeScript's library knows only strings here; the browser takes a TrustedScriptURL wherever it does.
  return (policy ? policy.createScriptURL(path) : ensureOwnScript(path)) as string;
}
