import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel/time';
import { importBench, sample, top, type ImportBench } from '../../test/support/import-bench.js';
import type { Preview } from './import.js';
import type { ImportAsked } from './kinds.js';
import { countOf } from './result.js';

const faultsOf = ({ faults }: Preview): [number, string, string][] =>
  faults.map(({ row, severity, code }) => [row, severity, code]);

describe('a unit brings the Chaohu information sheet', () => {
  let bench: ImportBench;
  const asked: ImportAsked = {
    kind: 'members',
    organizationId: top,
    options: { participantKind: 'FULL_MEMBER', enrolledOn: '2026-03-05' as LocalDate },
  };

  beforeAll(async () => {
    bench = await importBench();
  }, 60_000);

  afterAll(() => bench.close());

  it('takes in 23 of 30 rows, keeps seven out with a reason each, and knows an ID number again', async () => {
    const prepared = await bench.prepare(asked, await sample('members'));
    const faulty = prepared.preview.faults.filter(({ severity }) => severity === 'fault');
    expect(faulty.map(({ row, code }) => [row, code])).toEqual([
      [6, 'id_number_of_two_names'],
      [16, 'check_digit_must_match'],
      [20, 'id_number_must_not_have_15_digits'],
      [27, 'id_number_of_two_names'],
      [29, 'mobile_is_a_landline'],
      [31, 'service_interest_unknown'],
      [33, 'text_must_not_be_empty'],
    ]);
    expect(prepared.preview.rowsToWrite).toBe(23);
    const result = await prepared.write();
    expect(countOf(result, 'WRITTEN')).toBe(23);
    const other = new TextEncoder().encode(
      '姓名,性别,身份证号码,手机号码,服务志愿,所在单位名称\n万川平,男,340199199802148418,13800020000,环境保护,示例市示例街道办事处\n',
    );
    const again = await bench.prepare(asked, other);
    expect(faultsOf(again.preview)).toContainEqual([2, 'fault', 'id_number_registered_already']);
    expect(again.preview.rowsToWrite).toBe(0);
  }, 60_000);
});
