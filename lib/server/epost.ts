import { createTransport } from 'nodemailer';
import { oppsettNa } from '#lib/server/env.ts';

export type Epost = { readonly til: string; readonly emne: string; readonly tekst: string };
export type Epostsender = (epost: Epost) => Promise<void>;

/** A mail server that does not answer holds nothing up for longer. */
const TALMODIGHET = 20_000;

/** Sends by a mail server. Throws what the server answers. */
export function lagEpostsender({ url, fra }: { readonly url: string; readonly fra: string }): Epostsender {
  const post = createTransport({ url, connectionTimeout: TALMODIGHET, greetingTimeout: TALMODIGHET, socketTimeout: TALMODIGHET, disableFileAccess: true, disableUrlAccess: true });
  return async ({ til, emne, tekst }) => {
    await post.sendMail({ from: fra, to: { name: '', address: til }, subject: emne, text: tekst, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}

/** By the municipality's own; null when none is set up. */
export function epostsender(): Epostsender | null {
  const { smtp } = oppsettNa();
  return smtp === null ? null : lagEpostsender(smtp);
}
