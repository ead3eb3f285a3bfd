import { rowsOf, type Reader } from '#libs/projection-engine/paging';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What organizations, teams and activities are called today, by their ids. Who has no name is left out. */
export async function namesOf(source: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<Named>(source, {
    text: `select subject_id as id, name from read.activity_register_name where subject_id = any($1::uuid[])
      union all select activity_id, title from read.activity_register where activity_id = any($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
