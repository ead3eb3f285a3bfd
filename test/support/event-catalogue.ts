import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventDefinition, EventDefinitions } from '#libs/kernel/event';

const libs = join(import.meta.dirname, '../../libs');

const isDefinition = (value: unknown): value is EventDefinition =>
  typeof value === 'object' && value !== null && 'fields' in value && 'version' in value && 'upcast' in value;

const isCatalogue = (value: unknown): value is EventDefinitions =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).some(isDefinition);

/** The event definitions of every slice, by the path of its file: found on disk, so that a new slice is there unlisted. */
export async function eventSlices(): Promise<ReadonlyMap<string, EventDefinitions>> {
  const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.events.ts'));
  const slices = new Map<string, EventDefinitions>();
  for (const file of files.toSorted()) {
    const exported = (await import(pathToFileURL(join(libs, file)).href)) as Record<string, unknown>;
    slices.set(`libs/${file}`, Object.assign({}, ...Object.values(exported).filter(isCatalogue)) as EventDefinitions);
  }
  return slices;
}
