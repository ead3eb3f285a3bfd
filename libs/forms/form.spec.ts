import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import type { LocalDate } from '#libs/kernel/time';

import { annex4Html, type Annex4Document } from './annex-4.js';
import { contentHash, formDate, formStyleSource } from './form.js';
import { escapeHtml } from './html.js';

const document: Annex4Document = {
  form: 'annex-4',
  compiledBy: '示例市卫生局',
  filledOn: '2026-07-20' as LocalDate,
  ledgerPosition: 7,
  units: [{ name: '<img src=x onerror="alert(1)">&\'', memberCount: 1, teamCount: 1, volunteerCount: 1 }],
};

describe('A printed form', () => {
  it('is a Chinese A4 document that loads nothing and runs nothing', () => {
    const page = annex4Html({ ...document, units: [] });
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).toContain('@page { size: A4;');
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\ssrc=|\shref=|\sstyle=|https?:/i);
  });

  it('shows names as text, whatever stands in them', () => {
    expect(annex4Html(document)).toContain('<td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;</td>');
  });

  it('drops control characters and marks that turn the direction of writing', () => {
    expect(escapeHtml('丁\u0000𠮷\u202e安\u200f')).toBe('丁𠮷安');
  });

  it('names its ledger position and content hash in small print', () => {
    expect(annex4Html(document)).toContain(`台账位置 7　内容校验 SHA-256 ${contentHash(document)}</p>`);
  });

  it('keeps one content hash on both copies (Z-05)', () => {
    const [first, second] = [annex4Html(document, 1), annex4Html(document, 2)];
    expect(first).toContain('第 1 份（一式二份）');
    expect(second.replace('第 2 份', '第 1 份')).toBe(first);
  });

  it('has a hash that does not depend on the order of the keys, and changes with every figure', () => {
    const reordered = Object.fromEntries(Object.entries(document).toReversed()) as unknown as Annex4Document;
    expect(contentHash(reordered)).toBe(contentHash(document));
    expect(contentHash({ ...document, ledgerPosition: 8 })).not.toBe(contentHash(document));
  });

  it('offers the hash of its style block for the content security policy', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(annex4Html(document))?.[1] ?? '';
    expect(formStyleSource).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it('writes days as 2026.7.1', () => {
    expect(formDate('2026-07-01' as LocalDate)).toBe('2026.7.1');
    expect(formDate('2026-12-31' as LocalDate)).toBe('2026.12.31');
  });
});
