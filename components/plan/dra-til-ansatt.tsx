'use client';

import { useEffect } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { siFra } from '#components/plan/dagfelter.tsx';
import { flyttDagHandling } from '#lib/oppdrag/actions-plan.ts';

/** Lets a row with `data-besok` be dropped on a row with `data-ansatt`. The fields of the row do the same from the keyboard. */
export function DraTilAnsatt() {
  const t = useTranslations('plan');
  const router = useRouter();
  useEffect(() => {
    const mal = (e: Event) => (e.target instanceof Element ? e.target.closest<HTMLElement>('[data-ansatt]') : null);
    const dra = (e: DragEvent) => {
      const rad = e.target instanceof Element ? e.target.closest<HTMLElement>('[data-besok]') : null;
      if (rad?.dataset['besok']) e.dataTransfer?.setData('application/x-besok', rad.dataset['besok']);
    };
    const over = (e: DragEvent) => {
      if (mal(e)) e.preventDefault();
    };
    const slipp = async (e: DragEvent) => {
      const [rad, besok] = [mal(e), e.dataTransfer?.getData('application/x-besok')];
      if (!rad || !besok) return;
      e.preventDefault();
      const [planId = '', dato = '', start = '', minutter = ''] = besok.split('|');
      const svar = await flyttDagHandling({ planId, dato, start, minutter, ansattId: rad.dataset['ansatt'], handlingId: crypto.randomUUID() });
      siFra(svar.ok ? t('flyttetNa', { navn: rad.dataset['navn'] ?? '', kl: start }) : svar.feil.map((en) => en.melding).join(' '));
      router.refresh();
    };
    const slippet = (e: DragEvent) => void slipp(e);
    document.addEventListener('dragstart', dra);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', slippet);
    return () => {
      document.removeEventListener('dragstart', dra);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', slippet);
    };
  }, [t, router]);
  return null;
}
