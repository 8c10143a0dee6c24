import type { Brev } from '#lib/vedtak/domain/brev/brev.ts';

/** A letter as a sheet, in the language it is written in; `niva` is the level of its heading on the page it stands on. */
export function Brevark({ brev, niva, liten }: { brev: Brev; niva: 2 | 3; liten?: boolean }) {
  const Overskrift = `h${niva}` as 'h2' | 'h3';
  const Del = `h${niva + 1}` as 'h3' | 'h4';
  const linjer = (tekster: readonly string[]) => tekster.map((tekst, nr) => <span key={nr} style={{ display: 'block' }}>{tekst}</span>);
  return (
    <article className="brevark" lang={brev.sprak} data-liten={liten ? '' : undefined}>
      <p>{linjer(brev.avsender)}</p>
      <div className="brevhode">
        <p>{linjer(brev.mottaker)}</p>
        <p>{linjer(brev.ref.map((r) => `${r.navn}: ${r.verdi}`))}</p>
      </div>
      <Overskrift className="brevoverskrift">{brev.overskrift}</Overskrift>
      {brev.deler.flatMap((del, nr) => [
        del.overskrift === '' ? null : <Del key={`o${nr}`} className="brevdel">{del.overskrift}</Del>,
        ...del.avsnitt.map((tekst, i) => <p key={`${nr}/${i}`}>{tekst}</p>),
        del.liste.length === 0 ? null : <ul key={`l${nr}`}>{del.liste.map((tekst) => <li key={tekst}>{tekst}</li>)}</ul>,
      ])}
      <p>{linjer(brev.underskrift)}</p>
    </article>
  );
}
