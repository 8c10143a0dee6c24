import { describe, expect, it } from 'vitest';
import { sikkerhetspolicy } from '#lib/server/sikkerhetspolicy.ts';

describe('the content security policy', () => {
  it('allows scripts by nonce only, and nothing inline', () => {
    const policy = sikkerhetspolicy({ nonce: 'abc', utvikling: false, innlogging: null });
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.endsWith("form-action 'self'")).toBe(true);
  });

  it('lets the login form be redirected to the login provider, and nowhere else', () => {
    const policy = sikkerhetspolicy({ nonce: 'abc', utvikling: false, innlogging: 'https://login.example.no/realm/x' });
    expect(policy).toContain("form-action 'self' https://login.example.no");
    expect(policy).not.toContain('/realm');
  });
});
