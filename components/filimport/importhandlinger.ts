import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

type Handling<T> = (sendt: unknown) => Promise<HandlingResultat<T>>;

/** The actions a room gives the page of an import. */
export type Importhandlinger = {
  kolonner: Handling<null>;
  verdier: Handling<null>;
  glem: Handling<null>;
  format: Handling<null>;
  omfang: Handling<null>;
  taInn: Handling<null>;
  forkast: Handling<null>;
  gjenta: Handling<{ importId: number }>;
};
