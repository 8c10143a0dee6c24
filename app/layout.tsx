import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { getLocale, getTranslations } from 'next-intl/server';
import localFont from 'next/font/local';
import './globals.css';

// Preloaded, with a fallback of the same width: text does not move when the font arrives.
const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  adjustFontFallback: 'Arial',
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('felles');
  return {
    title: { default: t('produkt'), template: `%s – ${t('produkt')}` },
    description: t('beskrivelse'),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [sprak, t] = await Promise.all([getLocale(), getTranslations('felles')]);
  return (
    <html lang={sprak} data-color-scheme="auto" className={inter.variable}>
      <body data-size="sm">
        <a className="ds-skip-link" href="#innhold">
          {t('hoppTilInnhold')}
        </a>
        {children}
      </body>
    </html>
  );
}
