import { useTranslations } from 'next-intl';
import { Feilliste } from '#components/ordning/feilliste.tsx';
import { Forhandsvisningen } from '#components/ordning/forhandsvisning.tsx';
import { HandlingKnapp } from '#components/ordning/handling-knapp.tsx';
import { Ordningsbilde } from '#components/ordning/ordningsbilde.tsx';
import { TilbakeSkjema } from '#components/ordning/sma-skjemaer.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { SperretKnapp } from '#components/ui/knapp.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { bestillForhandsvisningHandling } from '#lib/avregning/actions-forhandsvisning.ts';
import { forkastUtkastHandling, foreslaIKraftHandling, settIKraftHandling, trekkForslagHandling } from '#lib/grunnlag/actions-ordning.ts';
import type { Forhandsvisning, Forhandsvisningstilstand, Oppstilling } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import type { Omgivelser, Ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import type { Avslutning, Ordningsutkast, Utkaststatus } from '#lib/grunnlag/domain/ordningsutkast.ts';

interface Rettigheter {
  rediger: boolean;
  trekk: boolean;
  godkjenn: boolean;
}
type Godkjenning = 'JA' | 'EGET_FORSLAG' | 'IKKE_DIN_ROLLE';
interface Hode {
  readonly id: number;
  readonly versjon: number;
  readonly hash: string;
  readonly status: Utkaststatus;
  readonly foreslattAv: string | null;
  readonly godkjentAv: string | null;
  readonly ordningId: number | null;
}

/** What the other person does: puts it in force as it stands here, or sends it back with a reason. */
function Godkjenning({ utkast, godkjenning, rettigheter, hva }: { utkast: Hode; godkjenning: Godkjenning; rettigheter: Rettigheter; hva: 'ordning' | 'avslutning' }) {
  const t = useTranslations('ordning.kontroll');
  const sett = { utkastId: utkast.id, versjon: utkast.versjon };
  return (
    <Felt tittel={t('godkjenning')} id="godkjenning">
      <p>{t('foreslattAv', { hvem: utkast.foreslattAv ?? '' })}</p>
      {rettigheter.godkjenn && godkjenning === 'JA' ? (
        <Tekster navnerom={['skjema', 'ordning']}>
          <HandlingKnapp verdier={{ ...sett, hash: utkast.hash }} handling={settIKraftHandling} variant="primary">
            {t(hva === 'ordning' ? 'settIKraft' : 'avslutt')}
          </HandlingKnapp>
          <TilbakeSkjema {...sett} />
        </Tekster>
      ) : (
        <p className="dempet">{t(`venter.${godkjenning === 'JA' ? 'IKKE_DIN_ROLLE' : godkjenning}`)}</p>
      )}
      {rettigheter.trekk ? (
        <Tekster navnerom={['skjema']}>
          <HandlingKnapp verdier={sett} handling={trekkForslagHandling}>
            {t('trekk')}
          </HandlingKnapp>
        </Tekster>
      ) : null}
    </Felt>
  );
}

interface View {
  utkast: Hode & { readonly innhold: Ordningsutkast };
  om: Omgivelser;
  feil: readonly Ordningsfeil[];
  godkjenning: Godkjenning;
  forhandsvisning: { readonly siste: Forhandsvisning | null; readonly tilstand: Forhandsvisningstilstand; readonly jobbId: number | null; readonly oppstilling: Oppstilling | null; readonly antallManeder: number };
}

/** The writer's last step: what hinders is on the button itself, with the way there. */
function Innsending({ view }: { view: View }) {
  const t = useTranslations('ordning.kontroll');
  const { utkast, feil, forhandsvisning: f } = view;
  const sett = { utkastId: utkast.id, versjon: utkast.versjon };
  const manglerVisning = f.antallManeder > 0 && f.tilstand !== 'FERSK';
  return (
    <Felt tittel={t('send')}>
      <p className="liten">{t('sendHjelp')}</p>
      {feil.length > 0 ? (
        <SperretKnapp hindring="feil">{t('sendHindret', { antall: feil.length })}</SperretKnapp>
      ) : manglerVisning ? (
        <SperretKnapp hindring="forhandsvisning">{t('sendUtenVisning')}</SperretKnapp>
      ) : (
        <Tekster navnerom={['skjema']}>
          <HandlingKnapp verdier={sett} handling={foreslaIKraftHandling} variant="primary">
            {t('sendKnapp')}
          </HandlingKnapp>
        </Tekster>
      )}
      <Tekster navnerom={['skjema']}>
        <HandlingKnapp verdier={sett} handling={forkastUtkastHandling} til="/ordninger" fare>
          {t('forkast')}
        </HandlingKnapp>
      </Tekster>
    </Felt>
  );
}

/** The draft as a whole: its faults, what it would have given, the scheme in words, and who does what with it. */
export function Kontroll({ view, rettigheter, sprak }: { view: View; rettigheter: Rettigheter; sprak: 'nb' | 'nn' }) {
  const t = useTranslations('ordning.kontroll');
  const { utkast, forhandsvisning: f } = view;
  const enheter = new Map(view.om.enheter.map((e) => [e.id, e.navn]));
  const apent = utkast.status === 'UTKAST' || utkast.status === 'FORESLATT';
  return (
    <>
      {apent ? (
        <Felt tittel={t('feil')}>
          <Feilliste utkastId={utkast.id} feil={view.feil} kanRettes={rettigheter.rediger} />
        </Felt>
      ) : null}
      <Felt tittel={t('forhandsvisning')} id="forhandsvisning">
        <Forhandsvisningen tilstand={f.tilstand} siste={f.siste} jobbId={f.jobbId} oppstilling={f.oppstilling} enheter={enheter} />
        {rettigheter.rediger && f.tilstand !== 'UNDERVEIS' && f.antallManeder > 0 ? (
          <Tekster navnerom={['skjema']}>
            <HandlingKnapp verdier={{ utkastId: utkast.id, versjon: utkast.versjon }} handling={bestillForhandsvisningHandling}>
              {t('visKnapp', { antall: f.antallManeder })}
            </HandlingKnapp>
          </Tekster>
        ) : null}
      </Felt>
      {rettigheter.rediger ? <Innsending view={view} /> : null}
      {utkast.status === 'FORESLATT' ? <Godkjenning utkast={utkast} godkjenning={view.godkjenning} rettigheter={rettigheter} hva="ordning" /> : null}
      <Ordningsbilde u={utkast.innhold} enheter={enheter} tjenester={Object.fromEntries(view.om.tjenester.map((x) => [x.kode, x.navn]))} sprak={sprak} />
    </>
  );
}

/** The proposed end of a scheme: why, and who approves. */
export function Avslutningsbilde({ utkast, godkjenning, rettigheter }: { utkast: Hode & { readonly innhold: Avslutning }; godkjenning: Godkjenning; rettigheter: Rettigheter }) {
  const t = useTranslations('ordning.kontroll');
  return (
    <div className="stabel-luft">
      <Felt tittel={t('hvorfor')}>
        <p>{utkast.innhold.grunn}</p>
      </Felt>
      {utkast.status === 'FORESLATT' ? <Godkjenning utkast={utkast} godkjenning={godkjenning} rettigheter={rettigheter} hva="avslutning" /> : null}
      {rettigheter.rediger ? (
        <Tekster navnerom={['skjema']}>
          <HandlingKnapp verdier={{ utkastId: utkast.id, versjon: utkast.versjon }} handling={foreslaIKraftHandling} variant="primary">
            {t('sendKnapp')}
          </HandlingKnapp>
          <HandlingKnapp verdier={{ utkastId: utkast.id, versjon: utkast.versjon }} handling={forkastUtkastHandling} til="/ordninger" fare>
            {t('forkast')}
          </HandlingKnapp>
        </Tekster>
      ) : null}
    </div>
  );
}
