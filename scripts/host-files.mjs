import { IMMUTABLE, REVALIDATE, securityHeaders } from './headers.mjs';

const NEVER_KEPT = ['/', '/index.html', '/sw.js', '/manifest.webmanifest'];
const MANIFEST_TYPE = 'application/manifest+json';

const headers = () => Object.entries(securityHeaders({ https: true }));
const xml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// Hosts that read this file join the values of every rule that matches, so no two rules may both
// set Cache-Control for one path.
function underscoreHeaders() {
  const block = (path, lines) => [path, ...lines.map(([name, value]) => `  ${name}: ${value}`)];
  return [
    ...block('/*', headers()),
    ...NEVER_KEPT.flatMap((path) => block(path, [['Cache-Control', REVALIDATE]])),
    ...block('/assets/*', [['Cache-Control', IMMUTABLE]]),
    '',
  ].join('\n');
}

// nginx drops inherited add_header lines as soon as a location has one of its own: each repeats all.
function nginx() {
  const add = (name, value, always = ' always') => `    add_header ${name} "${value}"${always};`;
  const all = headers().map(([name, value]) => add(name, value));
  const location = (match, lines) => [`  location ${match} {`, ...lines, '  }', ''];
  return [
    '# For the http { } block. Set server_name, root and the certificate.',
    'server {',
    '  listen 443 ssl;',
    '  server_name footprint.example;',
    '  root /srv/footprint;',
    '  gzip on;',
    '  gzip_types text/css text/javascript application/javascript application/manifest+json image/svg+xml;',
    '',
    ...location('= /manifest.webmanifest', [
      '    types { }',
      `    default_type ${MANIFEST_TYPE};`,
      ...all,
      add('Cache-Control', REVALIDATE),
    ]),
    // Without `always`, an error is not kept for a year.
    ...location('^~ /assets/', [...all, add('Cache-Control', IMMUTABLE, '')]),
    ...location('~ /(\\.|_headers$|nginx\\.conf$|web\\.config$|staticwebapp\\.config\\.json$)', [
      ...all,
      '    return 404;',
    ]),
    ...location('~ \\.[a-z0-9]+$', [...all, add('Cache-Control', REVALIDATE)]),
    ...location('/', ['    try_files $uri /index.html;', ...all, add('Cache-Control', REVALIDATE)]),
    '}',
    '',
  ].join('\n');
}

// A missing page is answered with the app by httpErrors, which needs no added IIS module.
function iis() {
  const add = ([name, value]) => `        <add name="${name}" value="${xml(value)}" />`;
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="${MANIFEST_TYPE}" />
    </staticContent>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="/index.html" responseMode="ExecuteURL" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${[...headers(), ['Cache-Control', REVALIDATE]].map(add).join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Cache-Control" />
          <add name="Cache-Control" value="${IMMUTABLE}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
</configuration>
`;
}

function staticWebApp() {
  const config = {
    navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*', '/*.{js,svg,png}'] },
    routes: [{ route: '/assets/*', headers: { 'Cache-Control': IMMUTABLE } }],
    globalHeaders: { ...securityHeaders({ https: true }), 'Cache-Control': REVALIDATE },
    mimeTypes: { '.webmanifest': MANIFEST_TYPE },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * The header files for the static hosts that councils use, by file name.
 *
 * @returns {Record<string, string>}
 */
export function hostFiles() {
  return {
    _headers: underscoreHeaders(),
    'nginx.conf': nginx(),
    'web.config': iis(),
    'staticwebapp.config.json': staticWebApp(),
  };
}
