import { describe, expect, test } from 'vitest';
import { alleTekster, finnTekst } from '#lib/core/xmlnode.ts';
import { lesXml } from './les-xml.ts';

describe('a document from someone we do not trust', () => {
  test('is read by local names whatever its prefixes, with character references and CDATA', () => {
    const svar = lesXml('\uFEFF<?xml version="1.0"?><a:F xmlns:a="urn:x" xmlns:b="urn:y"><b:N k="1">3 &lt; 4 &#229;<![CDATA[ & mer]]></b:N></a:F>');
    expect(svar.ok && finnTekst(svar.verdi, 'N')).toBe('3 < 4 å & mer');
    expect(svar.ok && svar.verdi.navnerom).toBe('urn:x');
    expect(svar.ok && alleTekster(svar.verdi)).toContain('1');
  });

  test.each([
    ['external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'DOCTYPE'],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>', 'DOCTYPE'],
    ['external document type', '<!DOCTYPE x SYSTEM "http://ond.example/x.dtd"><x/>', 'DOCTYPE'],
    ['an entity nobody has declared', '<x>&ukjent;</x>', 'IKKE_XML'],
    ['an unclosed element', '<x><y></x>', 'IKKE_XML'],
    ['no XML', 'orgnr;nummer', 'IKKE_XML'],
    ['nothing', '', 'IKKE_XML'],
    ['a prefix without a name space', '<b:x/>', 'IKKE_XML'],
    ['too deep', `${'<x>'.repeat(60)}${'</x>'.repeat(60)}`, 'FOR_DYP'],
    ['too many elements', `<r>${'<x/>'.repeat(100_001)}</r>`, 'FOR_STOR'],
    ['too large', `<x>${'y'.repeat(2_000_001)}</x>`, 'FOR_STOR'],
  ])('%s is refused', (_, innhold, grunn) => {
    expect(lesXml(innhold)).toEqual({ ok: false, feil: { grunn } });
  });
});
