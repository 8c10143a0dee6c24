import { withClient } from '#lib/server/database/roles.ts';

/** A page as its role opens it. */
export interface Side {
  readonly navn: string;
  readonly sti: string;
  readonly subjekt: string;
  /** opened in the field, on a phone: has a bar of its own for JavaScript */
  readonly felt: boolean;
}

/** The busiest pages of Sørvik, by how often their roles open them in a working day. */
export async function tiSider(superuserUrl: string): Promise<readonly Side[]> {
  const { mottaker, maned } = await withClient(superuserUrl, async (klient) => {
    // The heaviest of their kind: the case worker's own recipient with the most vedtak in force (anyone else's record
    // asks for a reason first), and the month that was settled last.
    const en = await klient.query<{ id: number }>(
      `SELECT w.mottaker_id id FROM vedtak_virkning w JOIN mottaker m ON m.kommune_id = w.kommune_id AND m.id = w.mottaker_id
       JOIN identitet i ON i.kommune_id = m.kommune_id AND i.konto_id = m.saksbehandler_id AND i.subjekt = 'sorvik-saksbehandler'
       WHERE w.kommune_id = 1 AND w.gjeldende AND w.tom IS NULL AND NOT m.skjermet AND m.avsluttet IS NULL
       GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    );
    const to = await klient.query<{ maned: string }>(
      `SELECT maned FROM maned_status WHERE kommune_id = 1 AND status IN ('AVREGNET', 'LUKKET') ORDER BY maned DESC LIMIT 1`,
    );
    return { mottaker: en.rows[0]?.id, maned: to.rows[0]?.maned };
  });
  if (mottaker === undefined || maned === undefined) throw new Error('Demoen mangler en mottaker eller en avregnet måned.');
  const side = (navn: string, sti: string, rolle: string, felt = false): Side => ({ navn, sti, subjekt: `sorvik-${rolle}`, felt });
  return [
    side('innboks', '/innboks', 'saksbehandler'),
    side('mottakere', '/mottakere', 'saksbehandler'),
    side('mottaker', `/mottakere/${mottaker}`, 'saksbehandler'),
    side('nytt-vedtak', `/mottakere/${mottaker}/nytt-vedtak`, 'saksbehandler'),
    side('vedtak', '/vedtak', 'saksbehandler'),
    side('uken', '/uken', 'utforerleder', true),
    side('registrer', '/registrer', 'utforeransatt', true),
    side('felt', '/felt', 'utforeransatt', true),
    side('oppdrag', '/oppdrag', 'utforerleder'),
    side('maneden', '/maneden', 'utforerleder'),
    side('avregning', `/avregning/${maned}`, 'controller'),
    side('oversikt', '/oversikt', 'radmann'),
  ];
}
