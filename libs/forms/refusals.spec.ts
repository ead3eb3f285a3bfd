import { describe, expect, it } from '@jest/globals';
import { refusalSentences, refusalText } from './refusals.zh.js';

describe('what a refusal says', () => {
  it('is a Chinese sentence for every rule of every slice', () => {
    const sentences = Object.entries(refusalSentences);
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter(([, sentence]) => !/\p{Script=Han}.*。$/u.test(sentence)).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('has its figures filled in', () => {
    const refusal = { refused: 'day_has_1440_minutes', details: { creditedMinutes: 1400 } };
    expect(refusalText(refusal)).toContain('当日已计 1400 分钟');
  });
});
