import { describe, expect, it } from '@jest/globals';
import { entryFieldLabels } from '#libs/forms/field-labels.zh';
import { eventSlices } from '../support/event-catalogue.js';

describe('The fields of the events', () => {
  it('each have a Chinese name for whoever reads an entry', async () => {
    const slices = await eventSlices();
    expect(slices.size).toBeGreaterThan(10);
    const fields = [...slices.values()].flatMap((events) =>
      Object.values(events).flatMap((definition) => Object.keys(definition.fields)),
    );
    expect([...new Set(fields)].filter((name) => !/\p{Script=Han}|^QQ/u.test(entryFieldLabels[name] ?? ''))).toEqual(
      [],
    );
  });
});
