import { useEffect, useInsertionEffect, useRef } from 'react';

/** A field of the page that was changed before the form came to life: what stood in it, or whether it was ticked. */
type Skrevet = { readonly felt: HTMLElement; readonly verdi: string | boolean };

const FRITEKST = new Set(['text', 'search', 'tel', 'email', 'url', 'password', 'number', 'date', 'time']);

function endret(felt: Element): Skrevet[] {
  if (felt instanceof HTMLTextAreaElement) return felt.value === felt.defaultValue ? [] : [{ felt, verdi: felt.value }];
  if (felt instanceof HTMLSelectElement) {
    const forst = Math.max(0, [...felt.options].findIndex((valg) => valg.defaultSelected));
    return felt.selectedIndex === forst ? [] : [{ felt, verdi: felt.value }];
  }
  if (!(felt instanceof HTMLInputElement)) return [];
  if (felt.type === 'checkbox' || felt.type === 'radio') return felt.checked === felt.defaultChecked ? [] : [{ felt, verdi: felt.checked }];
  return FRITEKST.has(felt.type) && felt.value !== felt.defaultValue ? [{ felt, verdi: felt.value }] : [];
}

/** What has been typed, ticked and chosen in a form that came with the page, before its script had run. */
function lesSkrevet(skjema: HTMLElement | null): Skrevet[] {
  return skjema instanceof HTMLFormElement ? [...skjema.elements].flatMap(endret) : [];
}

function settVerdi(felt: HTMLElement, verdi: string): void {
  // Past React's own setter, which would take the value for known and drop the event.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(felt) as object, 'value')?.set?.call(felt, verdi);
  felt.dispatchEvent(new Event(felt instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

/** Puts it back where the form's own starting values took its place, as if it were typed now. */
function skrivTilbake(skrevet: readonly Skrevet[]): void {
  for (const { felt, verdi } of skrevet) {
    if (typeof verdi === 'string') {
      if ('value' in felt && felt.value !== verdi) settVerdi(felt, verdi);
    } else if (felt instanceof HTMLInputElement && felt.checked !== verdi && (verdi || felt.type === 'checkbox')) felt.click();
  }
}

/**
 * Keeps what a reader has typed, ticked and chosen in a form while its script was on the way. Without it the form's starting
 * values take its place when it comes to life, unseen. `id` is the form's.
 */
export function useSkrevetFor(id: string): void {
  const skrevet = useRef<readonly Skrevet[]>([]);
  // Before the fields are bound, which is what puts the starting values in.
  useInsertionEffect(() => {
    skrevet.current = lesSkrevet(document.getElementById(id));
  }, [id]);
  useEffect(() => {
    skrivTilbake(skrevet.current);
    skrevet.current = [];
  }, []);
}
