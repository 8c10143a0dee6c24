'use client';

import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'next-intl';

/** The part of Web NFC that writes; Chrome on Android has it. */
interface Brikkeskriver {
  write(melding: { records: readonly { recordType: 'url'; data: string }[] }, valg: { overwrite: boolean; signal: AbortSignal }): Promise<void>;
}
type MedNfc = typeof globalThis & { readonly NDEFReader?: new () => Brikkeskriver };

const TALMODIGHET = 30_000;
const aldri = (): (() => void) => () => undefined;
const kanSkrive = (): boolean => (globalThis as MedNfc).NDEFReader !== undefined;

/** Writes the tag's address to an NFC chip held to the phone; elsewhere the address can be copied into another app. A chip opens the same page as the code on paper. */
export function SkrivBrikke({ adresse }: { adresse: string }) {
  const t = useTranslations('felt-leder');
  const kan = useSyncExternalStore(aldri, kanSkrive, () => false);
  const [tilstand, setTilstand] = useState<'stille' | 'venter' | 'skrevet' | 'feilet' | 'kopiert'>('stille');
  const skriv = async (): Promise<void> => {
    const Skriver = (globalThis as MedNfc).NDEFReader;
    if (Skriver === undefined) return;
    setTilstand('venter');
    try {
      await new Skriver().write({ records: [{ recordType: 'url', data: adresse }] }, { overwrite: true, signal: AbortSignal.timeout(TALMODIGHET) });
      setTilstand('skrevet');
    } catch {
      setTilstand('feilet');
    }
  };
  const kopier = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(adresse);
      setTilstand('kopiert');
    } catch {
      setTilstand('feilet');
    }
  };
  return (
    <>
      <button type="button" className="ds-button" data-variant="secondary" aria-busy={tilstand === 'venter' || undefined} onClick={() => void (kan ? skriv() : kopier())}>
        {t(kan ? 'brikke.skriv' : 'brikke.kopier')}
      </button>
      <p className="liten" role="status">{tilstand === 'stille' ? t(kan ? 'brikke.hjelp' : 'brikke.kopierHjelp') : t(`brikke.${tilstand}`)}</p>
    </>
  );
}
