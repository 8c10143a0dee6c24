import { HJEMMETJENESTER, malledd, maloverforing, malpris, tekst, TJENESTE } from '#lib/grunnlag/domain/maler/malledd.ts';
import type { Mal } from '#lib/grunnlag/domain/maler/mal.ts';

const BEGGE = { grupper: ['KOMMUNAL', 'PRIVAT'] } as const;
const PRIS = malpris('BESTE_PRAKSIS', 'BESTE_PRAKSIS', { effektivitetskrav: true });
/** The deficit is not demanded back so far; the report is silent on surplus. */
const OVERFORING = maloverforing(0, 0);

export const STAVANGER: Mal = {
  kode: 'stavanger',
  navn: tekst('Stavanger 2004–', 'Stavanger 2004–'),
  kilde: { rapport: 'ECON', avsnitt: '4.5, 5.1.3' },
  ordninger: [
    {
      kode: 'hjemme',
      navn: tekst('Hjemmetjeneste og dagsentre', 'Heimeteneste og dagsenter'),
      komponenter: [
        malledd('time', tekst('Timer, utført høyst vedtatt', 'Timar, utført, høgst vedteke'), 'UTFORT_TID_MAKS_VEDTATT', { tjenester: HJEMMETJENESTER }, BEGGE),
        malledd('dagsenter', tekst('Dager på dagsenter', 'Dagar på dagsenter'), 'UTFORT_ANTALL', { tjenester: [TJENESTE.dagsenter] }, BEGGE),
      ],
      fastledd: [],
      prisregel: PRIS,
      ramme: null,
      overforing: OVERFORING,
    },
    {
      kode: 'sykehjem',
      navn: tekst('Sykehjem etter pleietyngde (planlagt 2007)', 'Sjukeheim etter pleietyngd (planlagt 2007)'),
      komponenter: [malledd('klasse', tekst('Pleietyngdeklasse', 'Pleietyngdklasse'), 'NIVA_MANEDSSLUTT', { tjenester: [TJENESTE.langtid] }, { ...BEGGE, nivaer: 'KOMMUNENS' })],
      fastledd: [],
      prisregel: PRIS,
      ramme: null,
      overforing: OVERFORING,
    },
  ],
  folger: [
    tekst('Registrert tid betales, høyst den tildelte. Dagsentrene er med.', 'Registrert tid blir betalt, høgst den tildelte. Dagsentra er med.'),
    tekst('Timeprisen er beste praksis i kommunen, senket med politisk vedtatte effektivitetskrav.', 'Timeprisen er beste praksis i kommunen, senka med politisk vedtatte effektivitetskrav.'),
    tekst('Overforbruk er hittil ikke krevd tilbake.', 'Overforbruk er hittil ikkje kravd tilbake.'),
    tekst('Sykehjem er planlagt fra 2007, klassifisert etter pleietid, tilsynstid og store medisinske kostnader; til da rammefinansiert.', 'Sjukeheimar er planlagde frå 2007, klassifiserte etter pleietid, tilsynstid og store medisinske kostnader; til då rammefinansierte.'),
  ],
  lesning: [
    tekst('Beste praksis er laveste enhetskostnad; kommunen kan velge et høyere kvantil.', 'Beste praksis er lågaste einingskostnad; kommunen kan velje eit høgare kvantil.'),
    tekst('Utført mot tildelt sammenholdes per oppdrag og måned.', 'Utført mot tildelt blir halde saman per oppdrag og månad.'),
    tekst('Kilden tier om overskudd: verken over- eller underskudd overføres.', 'Kjelda teier om overskot: verken over- eller underskot blir overført.'),
    tekst('En pleietyngdeklasse er et nivå, talt siste dag i måneden; antall klasser setter kommunen. Dagsenter telles i leverte dager.', 'Ein pleietyngdklasse er eit nivå, talt siste dag i månaden; talet på klassar set kommunen. Dagsenter blir talt i leverte dagar.'),
  ],
  problemer: [
    tekst('Rammene hoppet ved overgangen: de som hadde mest, mistet mest.', 'Rammene hoppa ved overgangen: dei som hadde mest, mista mest.'),
    tekst('Noe vridning mot ufaglærte og vikarer, og bestilling vridd fra lette til tunge mottakere.', 'Noko vriding mot ufaglærte og vikarar, og bestilling vridd frå lette til tunge mottakarar.'),
  ],
};
