import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** @type {import('next').NextConfig} */
const config = {
  // The server in bin/ is the only door: it checks Host and Origin before Next sees a request.
  poweredByHeader: false,
  // Types and lint are checked by `npm run verify`; checking them again would double the first start.
  typescript: { ignoreBuildErrors: true },
  // Exports say what made them.
  env: { KPR_EXPLORER_VERSION: version },
  // Nothing leaves the machine of the person who looks at a cluster.
  images: { unoptimized: true },
  // Development only: the server in bin/ listens here, and without its WebSocket no page comes alive.
  allowedDevOrigins: ['127.0.0.1'],
};

export default config;
