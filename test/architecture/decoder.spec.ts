import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** The one decoder of the log; a bundle names what its own entries say. Checks of the exact form stand in `libs/proof`. */
const readers: Readonly<Record<string, readonly string[]>> = {
  parseEntry: ['libs/event-store/codec.ts', 'libs/sealing/bundle-builder.ts'],
  readEntry: [],
};

/** Who else reads JSON, and what it is: none of it is an entry of the log. */
const jsonReaders: Readonly<Record<string, string>> = {
  'apps/api/src/http/json-body.ts': 'the body of a request',
  'libs/access/selection-token.ts': 'an opened token of its own account',
  'libs/books/contacts.ts': 'an opened envelope',
  'libs/books/personal-data.ts': 'an opened envelope',
  'libs/event-store/codec.ts': 'the decoder: an opened envelope',
  'libs/event-store/eventstoredb/identity.ts': 'the name of a log, beside it',
  'libs/house/key-backup.ts': 'a backup of the key database',
  'libs/house/last-audit.ts': 'what the last audit said',
  'libs/house/step-back.ts': 'how a log stepped back',
  'libs/postgres/binaries.ts': 'a package’s list of links',
  'libs/privacy/master-key.ts': 'the key file',
  'libs/privacy/sealed-box.ts': 'a file sealed for an auditor',
  'libs/projection-engine/row-roots.ts': 'a row of a read table',
  'libs/projection-engine/row-store.ts': 'a row of a read table',
  'libs/sealing/keeper-file.ts': 'what a signer last signed',
  'libs/verifying/opened-parts.ts': 'an opened envelope',
};

const sources = ['apps', 'libs', 'projections']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      !/(?:spec|\/test-[^/]*)\.ts$/.test(file) &&
      !/node_modules|^apps\/console\/|^libs\/proof\//.test(file),
  );

const using = (word: RegExp): string[] =>
  sources.filter((file) => word.test(readFileSync(join(root, file), 'utf8'))).toSorted();

describe('Every read of the log goes through one decoder, which lifts old shapes and names what it cannot read', () => {
  it('looks at the sources of all rooms', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources).toEqual(expect.arrayContaining(Object.keys(jsonReaders)));
  });

  it.each(Object.entries(readers))('only the decoder takes %s', (name, files) => {
    expect(using(new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(?:#libs/proof|[.]{1,2})/entry`))).toEqual(
      files,
    );
  });

  it('nobody parses an entry beside it: who reads other JSON stands here with what it is', () => {
    expect(using(/\bJSON\s*\.\s*parse\b/)).toEqual(Object.keys(jsonReaders));
  });
});
