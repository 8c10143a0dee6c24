const STORAGE_KEY = 'hurtigtaster';
const CHANGE_EVENT = 'hurtigtaster-endret';

/** Whether single letters act, as the person has chosen on this device. */
export const erPaa = (): boolean => localStorage.getItem(STORAGE_KEY) !== 'av';

export function settPaa(paa: boolean): void {
  localStorage.setItem(STORAGE_KEY, paa ? 'paa' : 'av');
  dispatchEvent(new Event(CHANGE_EVENT));
}

export function vedEndring(onChange: () => void): () => void {
  addEventListener(CHANGE_EVENT, onChange);
  return () => removeEventListener(CHANGE_EVENT, onChange);
}
