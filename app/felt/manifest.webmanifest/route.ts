import { getTranslations } from 'next-intl/server';

/** What a phone needs to put the app on its home screen. */
export async function GET(): Promise<Response> {
  const t = await getTranslations('felt');
  return Response.json(
    {
      name: t('app.navn'),
      short_name: t('app.kort'),
      description: t('app.beskrivelse'),
      id: '/felt',
      start_url: '/felt',
      scope: '/felt',
      display: 'standalone',
      orientation: 'portrait',
      background_color: '#ffffff',
      theme_color: '#0062ba',
      icons: [
        { src: '/felt/ikon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/felt/ikon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: '/felt/ikon-maskert.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: '/felt/ikon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ],
    },
    { headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' } },
  );
}
