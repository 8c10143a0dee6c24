'use client';

import { useEffect, useId, useRef, useState, useTransition } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm } from 'react-hook-form';
import type { DefaultValues, FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { skjemafeil } from '#lib/core/skjemafeil.ts';
import type { HandlingFeil, HandlingResultat } from '#lib/server/handling-resultat.ts';
import { Feilsammendrag } from '#components/form/feilsammendrag.tsx';
import { SkjemaTilstand } from '#components/form/skjema-tilstand.ts';
import { useSkrevetFor } from '#components/form/skrevet-for.ts';
import { useKlar } from '#components/ui/klar.ts';

interface Props<S extends z.ZodType<unknown, FieldValues>, T> {
  /** The room's schema; the same one parses again on the server. */
  schema: S;
  standardverdier: DefaultValues<z.input<S>>;
  /** Server action; gets the values as typed, beside the id that makes a repeated sending the same act. */
  handling: (sendt: z.input<S> & { handlingId: string }) => Promise<HandlingResultat<T>>;
  /** After success: go somewhere or say so. Without it the form says "Lagret". */
  etterpa?: (verdi: T) => void;
  className?: string;
  children: ReactNode;
}

/** Dotted path → RHF's nested errors. */
function settFeil(rot: Record<string, unknown>, felt: string, melding: string): void {
  const deler = felt.split('.');
  let her = rot;
  for (const del of deler.slice(0, -1)) her = (her[del] ??= {}) as Record<string, unknown>;
  her[deler.at(-1) ?? ''] = { type: 'ugyldig', message: melding };
}

/** A resolver of our own: zod's refusals in the reader's language, the values left as typed. */
function useResolver<V extends FieldValues>(schema: z.ZodType<unknown, V>): Resolver<V> {
  const t = useTranslations();
  return async (values) => {
    const svar = await schema.safeParseAsync(values);
    if (svar.success) return { values, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const feil of skjemafeil(svar.error)) settFeil(errors, feil.felt || 'root', t(feil.nokkel as never, feil.verdier as never));
    return { values: {}, errors: errors as FieldErrors<V> };
  };
}

/**
 * A form that sends to a server action. Errors stand at their fields and in a summary that takes focus; what was
 * typed is kept when the answer is no or the network fails; a double press sends once, and a repeated sending
 * carries the same handlingId.
 */
export function Skjema<S extends z.ZodType<unknown, FieldValues>, T>(props: Props<S, T>) {
  type V = z.input<S>;
  const t = useTranslations('skjema');
  const id = useId();
  const klar = useKlar();
  const [handlingId, setHandlingId] = useState('');
  const sistSendt = useRef<{ innhold: string; id: string } | null>(null);
  const [sender, startSending] = useTransition();
  const [avslag, setAvslag] = useState<HandlingFeil[]>([]);
  const [lagret, setLagret] = useState(false);
  const [etiketter] = useState(() => new Map<string, ReactNode>());
  const sammendrag = useRef<HTMLDivElement>(null);
  const form = useForm<V>({
    defaultValues: props.standardverdier,
    resolver: useResolver<V>(props.schema as unknown as z.ZodType<unknown, V>),
    shouldFocusError: false,
  });
  useSkrevetFor(id);
  useEffect(() => setHandlingId(crypto.randomUUID()), []);

  function send(verdier: V) {
    setAvslag([]);
    setLagret(false);
    // The same content again is the same sending, also after a lost answer; changed content is a new one.
    const innhold = JSON.stringify(verdier);
    const endret = sistSendt.current !== null && sistSendt.current.innhold !== innhold;
    const denne = endret ? crypto.randomUUID() : (sistSendt.current?.id ?? handlingId);
    sistSendt.current = { innhold, id: denne };
    startSending(async () => {
      const svar = await props.handling({ ...verdier, handlingId: denne }).catch((error: unknown): HandlingResultat<T> => {
        // A redirect from the action is not a failure; the framework handles it.
        if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) throw error;
        return { ok: false, feil: [{ melding: t('feil.nett') }] };
      });
      if (svar.ok) {
        sistSendt.current = null;
        setHandlingId(crypto.randomUUID());
        form.reset(form.getValues());
        if (props.etterpa) props.etterpa(svar.verdi);
        else setLagret(true);
        return;
      }
      for (const feil of svar.feil) if (feil.felt) form.setError(feil.felt as never, { type: 'server', message: feil.melding });
      setAvslag(svar.feil);
      requestAnimationFrame(() => sammendrag.current?.focus());
    });
  }

  return (
    <FormProvider {...form}>
      <SkjemaTilstand value={{ id, sender, klar: klar && handlingId !== '', etiketter }}>
        <form
          id={id}
          className={`skjema ${props.className ?? ''}`}
          method="post"
          noValidate
          aria-busy={sender}
          onSubmit={(event) => {
            event.stopPropagation();
            if (sender) return event.preventDefault();
            void form.handleSubmit(send, () => requestAnimationFrame(() => sammendrag.current?.focus()))(event);
          }}
        >
          <Feilsammendrag ref={sammendrag} avslag={avslag} />
          {props.children}
          <p role="status" className="liten">
            {lagret ? <span className="status" data-s="ok">{t('lagret')}</span> : null}
          </p>
        </form>
      </SkjemaTilstand>
    </FormProvider>
  );
}
