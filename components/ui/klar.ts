import { useSyncExternalStore } from 'react';

const ingenLytter = () => () => {};

/** Whether the page's script has taken over. Before that a press does nothing and says nothing, so what acts waits for it. */
export function useKlar(): boolean {
  return useSyncExternalStore(ingenLytter, () => true, () => false);
}
