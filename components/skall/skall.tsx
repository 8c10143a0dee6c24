import type { ReactNode } from 'react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Hovedmeny, type MenyGruppe, Undermeny } from '#components/skall/hovedmeny.tsx';
import { Hurtigtaster } from '#components/skall/hurtigtaster.tsx';
import { Kontomeny } from '#components/skall/kontomeny.tsx';
import { Sprakvalg } from '#components/skall/sprakvalg.tsx';

/** The signed-in account as the top bar shows it. */
export interface SkallKonto {
  navn: string;
  /** Role in words, "Saksbehandler". */
  rolle: string;
  /** Unit or office, "Hjemmetjenesten Nord". */
  enhet?: string;
  /** Where the account switches kommune or role; only when it has several. */
  byttHref?: string;
}

export interface SkallProps {
  kommune?: string;
  /** Home of the role; the brand links to it. */
  hjem?: string;
  /** At most six entries, and only rooms that work. */
  meny?: MenyGruppe[];
  konto?: SkallKonto;
  /** Address of the search page, reached with Ctrl K. */
  sokHref?: string;
  /** Server action that ends the session. */
  loggUt?: (form: FormData) => Promise<void>;
  /** Demo data: said calmly in a line under the top bar. */
  demo?: boolean;
  children: ReactNode;
}

/** The frame around every page: top bar, the page in `<main>`, and the footer. It never guards anything. */
export async function Skall(props: SkallProps) {
  const t = await getTranslations('felles');
  return (
    <>
      <header>
        <div className="topplinje">
          <Link className="merke" href={props.hjem ?? '/'} prefetch={false}>
            {t('produkt')} {props.kommune ? <span>{props.kommune}</span> : null}
          </Link>
          {props.meny?.length ? (
            <Hovedmeny
              grupper={props.meny}
              tekst={{ hovedmeny: t('skall.hovedmeny'), meny: t('skall.meny'), venter: t('skall.venter') }}
            />
          ) : null}
          <div className="hoyre">
            {props.sokHref ? (
              <Link className="sok" href={props.sokHref} prefetch={false} data-sok="" aria-keyshortcuts="Control+K">
                {t('skall.sok')} <kbd>Ctrl K</kbd>
              </Link>
            ) : null}
            <Sprakvalg />
            {props.konto ? <Konto konto={props.konto} loggUt={props.loggUt} /> : null}
          </div>
        </div>
        {props.meny?.length ? <Undermeny grupper={props.meny} venter={t('skall.venter')} /> : null}
        {props.demo ? <p className="demolinje">{t('skall.demo')}</p> : null}
      </header>
      <main className="side" id="innhold" tabIndex={-1}>
        {props.children}
      </main>
      <Fot />
    </>
  );
}

async function Konto({ konto, loggUt }: { konto: SkallKonto; loggUt: SkallProps['loggUt'] }) {
  const t = await getTranslations('felles');
  return (
    <Kontomeny navn={konto.navn} rolle={konto.enhet ?? konto.rolle}>
      <p>
        {konto.navn}
        <br />
        <span className="dempet">{konto.enhet ? `${konto.rolle}, ${konto.enhet}` : konto.rolle}</span>
      </p>
      {konto.byttHref ? (
        <p>
          <Link className="ds-link" href={konto.byttHref} prefetch={false}>
            {t('skall.bytt')}
          </Link>
        </p>
      ) : null}
      <div className="bare-smal">
        <Sprakvalg />
      </div>
      {loggUt ? (
        <form action={loggUt}>
          <button type="submit" className="ds-button" data-variant="secondary" data-tett="">
            {t('skall.loggUt')}
          </button>
        </form>
      ) : null}
    </Kontomeny>
  );
}

/** Links every page must offer. */
export async function Fot() {
  const t = await getTranslations('felles');
  return (
    <footer className="fot">
      <Link className="ds-link" href="/tilgjengelighet" prefetch={false}>
        {t('skall.tilgjengelighet')}
      </Link>
      <Link className="ds-link" href="/personvern" prefetch={false}>
        {t('skall.personvern')}
      </Link>
      <Hurtigtaster
        tekst={{
          apne: t('taster.apne'),
          tittel: t('taster.tittel'),
          lukk: t('ord.lukk'),
          paa: t('taster.paa'),
          sok: t('taster.sok'),
          liste: t('taster.liste'),
          rad: t('taster.rad'),
          velg: t('taster.velg'),
          escape: t('taster.escape'),
        }}
      />
    </footer>
  );
}
