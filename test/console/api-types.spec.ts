import { describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { House } from '#libs/house/house';
import { createApi } from '../../apps/api/src/bootstrap.js';
import { openApiDocument } from '../../apps/api/src/docs/openapi.js';
import { answerSchemas, type AnswerSchemas } from '../support/answer-schemas.js';

const isUpdating = process.env['UPDATE_API'] === '1';
const answersFile = path.join(import.meta.dirname, '../../apps/api/src/docs/answers.ts');
const typesFile = path.join(import.meta.dirname, '../../apps/console/src/api/api.d.ts');
const howTo = '路由变了：请运行 UPDATE_API=1 npm test -- test/console/api-types 并提交';

/** A line for each, so that two who add a route each do not meet. */
const linesOf = (schemas: Readonly<Record<string, object>>): string =>
  Object.entries(schemas)
    .map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)},\n`)
    .join('');

const answersText = ({ answers, shapes }: AnswerSchemas): string =>
  `// Made of the controllers' return types by test/console/api-types.spec.ts (UPDATE_API=1); not written by hand.
export const answerSchemas: {
  readonly answers: Readonly<Record<string, object>>;
  readonly shapes: Readonly<Record<string, object>>;
} = {
  answers: {
${linesOf(answers)}  },
  shapes: {
${linesOf(shapes)}  },
};
`;

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Readonly<Record<string, object>> }>>>>;
}

/** Every refusal has the one shape, so the types say it once. */
function withoutProblems<T extends Described>(document: T): T {
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path))
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
      );
  return document;
}

/** Routes are known without a database: nothing is asked of the house while the application is put together. */
async function documented(schemas: AnswerSchemas): Promise<Described> {
  const house = { time: () => 0, main: {}, mainPool: {} } as unknown as House;
  const app: NestFastifyApplication = await createApi(house, { log: pino({ level: 'silent' }) });
  const document = openApiDocument(app, schemas);
  await app.close();
  return withoutProblems(document as unknown as Described);
}

describe('what the console knows of the API', () => {
  it('is what the API says today', async () => {
    const schemas = answerSchemas();
    const types = astToString(await openapiTS((await documented(schemas)) as never, { alphabetize: true }));
    if (isUpdating) {
      await writeFile(answersFile, answersText(schemas));
      await writeFile(typesFile, types);
    }

    expect((await readFile(answersFile, 'utf8')) === answersText(schemas) || howTo).toBe(true);
    expect((await readFile(typesFile, 'utf8')) === types || howTo).toBe(true);
    expect(Object.keys(schemas.answers).length).toBeGreaterThan(100);
  }, 300_000);
});
