import { describe, expect, it } from 'vitest';
import { isAllowedHost } from './allowed-host';
import { maxUrlLength, refusal } from './refusal';
import { contentSecurityPolicy, newNonce } from './security-headers';

const servedAs = { port: 8210, extraHosts: ['kpr.example.com', 'localhost:9000'] };
const host = '127.0.0.1:8210';

function statusOf(headers: Record<string, string>, { method = 'GET', url = '/' } = {}): number | null {
  return refusal({ method, url, headers }, servedAs)?.status ?? null;
}

describe('isAllowedHost', () => {
  it.each(['127.0.0.1:8210', 'localhost:8210', 'LOCALHOST:8210', '[::1]:8210', 'localhost:9000'])(
    'answers to %s',
    (name) => expect(isAllowedHost(name, servedAs)).toBe(true),
  );

  it.each(['kpr.example.com', 'kpr.example.com:443', 'KPR.example.com:8080'])(
    'answers to a configured name on any port: %s',
    (name) => expect(isAllowedHost(name, servedAs)).toBe(true),
  );

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8210',
    '127.0.0.1',
    '127.0.0.1:8211',
    '127.0.0.1.evil.example:8210',
    '127.0.0.1:8210.evil.example',
    'localhost.evil.example:8210',
    '0.0.0.0:8210',
    '[::1]:82100',
    'kpr.example.com.evil.example',
    'user@127.0.0.1:8210',
  ])('does not answer to %s', (name) => expect(isAllowedHost(name, servedAs)).toBe(false));

  it('takes a name without port for port 80', () => {
    expect(isAllowedHost('127.0.0.1', { port: 80, extraHosts: [] })).toBe(true);
  });
});

describe('refusal', () => {
  it('lets a person, a script and our own pages through', () => {
    expect(statusOf({ host })).toBeNull();
    expect(statusOf({ host }, { method: 'HEAD' })).toBeNull();
    expect(statusOf({ host, 'sec-fetch-site': 'none' }, { url: '/api/v1/agents' })).toBeNull();
    expect(
      statusOf(
        { host, origin: 'http://127.0.0.1:8210', 'sec-fetch-site': 'same-origin' },
        { url: '/api/v1/events' },
      ),
    ).toBeNull();
  });

  it('refuses a foreign Host with 403, on every path but the probes', () => {
    const headers = { host: 'rebound.example:8210' };
    for (const url of ['/', '/api/v1/agents', '/_next/static/x.js', '/livez/../api', '/readyzz']) {
      expect(statusOf(headers, { url }), url).toBe(403);
    }
    expect(statusOf(headers, { url: '/livez' })).toBeNull();
    expect(statusOf(headers, { url: '/readyz?verbose' })).toBeNull();
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:3000',
    'http://localhost:8210',
    'https://127.0.0.1:8210.evil.example',
    'file://',
  ])('refuses the Origin %s with 403', (origin) => {
    expect(statusOf({ host, origin }, { url: '/api/v1/events' })).toBe(403);
    expect(statusOf({ host, origin })).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'anything-else'])('refuses Sec-Fetch-Site: %s', (site) => {
    expect(statusOf({ host, 'sec-fetch-site': site }, { url: '/api/v1/agents' })).toBe(403);
    expect(statusOf({ host, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' })).toBe(403);
  });

  it('lets a link from elsewhere open a page, but not a frame of it and not the API', () => {
    const link = { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(statusOf({ ...link, 'sec-fetch-dest': 'document' }, { url: '/services?q=dns' })).toBeNull();
    expect(statusOf({ ...link, 'sec-fetch-dest': 'iframe' }, { url: '/services' })).toBe(403);
    expect(statusOf({ ...link, 'sec-fetch-dest': 'document' }, { url: '/api/v1/agents' })).toBe(403);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('answers 405 to %s', (method) => {
    expect(statusOf({ host }, { method })).toBe(405);
  });

  it.each(['/api/v1/agents/%E0%A4%A', '/%', 'http://127.0.0.1:8210/', '*'])(
    'refuses the address %s, which Next would fail on',
    (url) => expect(statusOf({ host }, { url })).toBe(400),
  );

  describe.each([
    '/api/v1/plans',
    '/api/v1/rollouts',
    '/api/v1/training',
    ...['pause', 'resume', 'abort', 'rollback'].map((action) => `/api/v1/rollouts/4f0c21aa/${action}`),
  ])('a POST to %s', (url) => {
    const post = { method: 'POST', url };
    const sound = { host, 'content-type': 'application/json', 'content-length': '20' };

    it('is let through where one is asked, from our own pages and from scripts', () => {
      expect(statusOf(sound, post)).toBeNull();
      const own = { ...sound, origin: 'http://127.0.0.1:8210', 'sec-fetch-site': 'same-origin' };
      expect(statusOf(own, post)).toBeNull();
      const isReadToo = ['/api/v1/rollouts', '/api/v1/training'].includes(url);
      expect(statusOf({ host }, { method: 'GET', url })).toBe(isReadToo ? null : 405);
      expect(statusOf(sound, { method: 'POST', url: `${url}/more` })).toBe(405);
      expect(statusOf(sound, { method: 'POST', url: '/api/v1/agents' })).toBe(405);
    });

    it.each([
      ['another site', { origin: 'http://evil.example' }, 403],
      ['a page on another port', { origin: 'http://127.0.0.1:3000' }, 403],
      ['a frame without origin', { origin: 'null' }, 403],
      ['another site by fetch metadata', { 'sec-fetch-site': 'cross-site' }, 403],
      ['a rebound name', { host: 'rebound.example:8210' }, 403],
      ['a form', { 'content-type': 'text/plain' }, 415],
      ['a form without a body', { 'content-type': '', 'content-length': '0' }, 415],
      ['a form of JSON', { 'content-type': 'text/plain; application/json' }, 415],
      ['a body without end', { 'transfer-encoding': 'chunked' }, 411],
      ['a large body', { 'content-length': '40000' }, 413],
      ['a length that is none', { 'content-length': '-1' }, 411],
    ])('is refused to %s', (_who, headers, status) => {
      expect(statusOf({ ...sound, ...headers }, post)).toBe(status);
    });
  });

  it('refuses bodies and endless addresses', () => {
    expect(statusOf({ host, 'content-length': '5' })).toBe(413);
    expect(statusOf({ host, 'transfer-encoding': 'chunked' })).toBe(413);
    expect(statusOf({ host, 'content-length': '0' })).toBeNull();
    expect(statusOf({ host }, { url: `/?q=${'x'.repeat(maxUrlLength)}` })).toBe(414);
  });

  it('does not repeat a long hostile Host at length', () => {
    const refused = refusal({ method: 'GET', url: '/', headers: { host: 'x'.repeat(5_000) } }, servedAs);
    expect(refused?.detail.length).toBeLessThan(300);
  });
});

describe('contentSecurityPolicy', () => {
  it('lets only scripts with the nonce run, and nothing be framed', () => {
    const policy = contentSecurityPolicy('abc', { dev: false });
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.replace(/style-src-attr [^;]*/, '')).not.toContain('unsafe-inline');
  });

  it('takes a nonce that Next can read and that differs each time', () => {
    expect(newNonce()).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(newNonce()).not.toBe(newNonce());
  });
});
