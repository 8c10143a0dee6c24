import { lesSending, svar } from '#app/api/felt/v1/inngang.ts';
import { naa } from '#lib/server/clock.ts';
import { karanteneSkjema } from '#lib/utfort-tid/felt-schema.ts';
import { settIKarantene } from '#lib/utfort-tid/felt-karantene-service.ts';

/**
 * Takes in a queue whose session has ended, by the proof the phone got while it lived. It only takes in: the answer names
 * no one, and what is kept waits for the unit's leader. 403 for a proof that is not ours or is too old.
 */
export function POST(request: Request): Promise<Response> {
  return lesSending(request, async (innhold) => {
    const lest = karanteneSkjema.safeParse(innhold);
    if (!lest.success) return svar({ grunn: 'uleselig' }, 400);
    const trygge = await settIKarantene(lest.data);
    return trygge === null ? svar({ grunn: 'bevis' }, 403) : svar({ trygge, tjenertid: naa().getTime() });
  });
}
