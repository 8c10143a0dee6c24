import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './felt.css';

export const metadata: Metadata = {
  manifest: '/felt/manifest.webmanifest',
  appleWebApp: { capable: true, statusBarStyle: 'default', title: 'Felt' },
  icons: { icon: '/felt/ikon.svg', apple: '/felt/ikon-192.png' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#17181a' },
  ],
};

/** The phone's own frame: no shell, no menu. */
export default function FeltLayout({ children }: { children: ReactNode }) {
  return (
    <div className="feltapp" data-size="md">
      {children}
    </div>
  );
}
