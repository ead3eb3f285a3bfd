import { describe, expect, it } from '@jest/globals';
import { eventCatalogue } from '#libs/house/catalogue';
import { otherEventWords, personEventWords } from './event-words.zh.js';

describe('words of events', () => {
  it('name every event of the catalogue once, and no other', () => {
    const named = [...Object.keys(personEventWords), ...Object.keys(otherEventWords)];
    expect(named.toSorted()).toEqual(Object.keys(eventCatalogue).toSorted());
  });
});
