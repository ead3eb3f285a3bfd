import { codeOf } from '#libs/reference/codes';
import { checkIdNumber, maskIdNumber, type IdNumberFault } from '#libs/reference/id-number';
import { sex } from '#libs/reference/personal-codes';
import { parsePhones } from '#libs/reference/phone';
import { serviceInterest, type ServiceInterestCode } from '#libs/reference/service-codes';
import { splitList } from '#libs/reference/text';

import { fault, nameOf, tellSharing, textOf, warn, type Reading } from './cells.js';
import { FaultList, readingOf, shown, type SheetReading } from './fault.js';
import { headingOf, type Heading } from './heading.js';
import { readFormTable, type Columns } from './table.js';

/** One person of the Chaohu information sheet (H-F1). */
export interface ParsedMemberRow {
  readonly row: number;
  readonly name: string;
  readonly sexCode: '1' | '2';
  /** 18 characters, checked; never in a message or a log. */
  readonly idNumber: string;
  /** `YYYY-MM-DD`, from the ID number. */
  readonly bornOn: string;
  /** 11 digits. */
  readonly mobile: string;
  readonly serviceInterestCodes: readonly ServiceInterestCode[];
  /** The words behind code 99 其他. */
  readonly otherServiceInterest: string;
  readonly unitName: string;
  /** Every cell as written, by header. Holds the ID number. */
  readonly source: Readonly<Record<string, string>>;
}

type Key = 'name' | 'sex' | 'idNumber' | 'mobile' | 'serviceInterest' | 'unitName';

const columns: Columns<Key> = {
  name: { label: '姓  名' },
  sex: { label: '性别' },
  idNumber: { label: '身份证号码', aliases: ['身份证号', '公民身份号码'] },
  mobile: { label: '手机号码', aliases: ['手机', '手机号', '联系电话'] },
  serviceInterest: { label: '服务志愿', aliases: ['服务意愿'] },
  unitName: { label: '所在单位名称', aliases: ['所在单位', '单位名称'] },
};

const label = (key: Key): string => columns[key].label.replace(/\s/gu, '');

/** Reads《巢湖市学雷锋党员志愿服务队人员信息登记表》 from .xlsx or .csv; throws SheetRejected if it is no such sheet. */
export async function readMemberInformationSheet(bytes: Uint8Array): Promise<SheetReading<Heading, ParsedMemberRow>> {
  const table = await readFormTable(bytes, '巢湖市学雷锋党员志愿服务队人员信息登记表', columns);
  const faults = new FaultList();
  const header = headingOf(table.above);
  if (header.unreadDate) faults.warn(header.unreadDate.row, '填报时间', 'filled_on_unread', '填报时间无法识别，请写成 2026.7.1 的样式。');
  const filledOn = header.filledOn?.precision === 'day' ? header.filledOn.date : undefined;
  const read = table.entries.map((row) => readRow({ row, faults, label }, filledOn));
  faultSharedIdNumbers(read, faults);
  warnOfSharedMobiles(read, faults);
  return readingOf(table, header, read, faults);
}

function readRow(reading: Reading<Key>, filledOn: string | undefined): ParsedMemberRow {
  const name = nameOf(reading, 'name');
  const stated = codeOf(sex, reading.row.text('sex'));
  const identity = identityOf(reading, filledOn);
  return {
    row: reading.row.row,
    name,
    sexCode: sexOf(reading, stated, identity.sexCode),
    idNumber: identity.idNumber,
    bornOn: identity.bornOn,
    mobile: mobileOf(reading),
    ...interestOf(reading),
    unitName: textOf(reading, 'unitName', 'needed', 100),
    source: reading.row.source,
  };
}

interface Identity {
  readonly idNumber: string;
  readonly bornOn: string;
  readonly sexCode: '1' | '2' | null;
}

const idNumberSentences: Record<IdNumberFault, string> = {
  id_number_must_not_have_15_digits: '是 15 位旧号码，一代证已于2013年1月1日停用，请按现用身份证填 18 位。',
  id_number_must_have_18_characters: '不是 18 位，请对照身份证核对。',
  id_number_must_be_digits: '含有数字和末位 X 以外的字符，请对照身份证核对。',
  birth_date_must_exist: '中的出生日期不存在，请对照身份证核对。',
  birth_date_must_not_lie_ahead: '中的出生日期晚于填报时间，请对照身份证核对。',
  check_digit_must_match: '校验码不符，可能错了一位，请对照身份证核对。',
};

const unreadIdentity: Identity = { idNumber: '', bornOn: '', sexCode: null };

function identityOf(reading: Reading<Key>, filledOn: string | undefined): Identity {
  const cell = reading.row.cell('idNumber');
  const text = reading.row.text('idNumber');
  if (text === '') {
    fault(reading, 'idNumber', 'id_number_missing', '身份证号码没有填写，请补填。');
    return unreadIdentity;
  }
  // Excel keeps 15 digits of a number: the last three of an 18-digit one are already lost.
  if (typeof cell === 'number' && cell > 1e15) {
    fault(reading, 'idNumber', 'id_number_stored_as_number', '身份证号码被存成了数值，末三位已丢失，请把该列设为“文本”格式后重新录入。');
    return unreadIdentity;
  }
  const checked = checkIdNumber(text, filledOn);
  if (checked.ok) return { idNumber: checked.idNumber, bornOn: checked.birthDate, sexCode: checked.sexCode };
  const masked = maskIdNumber(text.normalize('NFKC').replace(/\s/gu, ''));
  for (const code of checked.faults) fault(reading, 'idNumber', code, `身份证号码 ${masked} ${idNumberSentences[code]}`);
  return unreadIdentity;
}

/** The card decides nothing here: a corrected error can stand on it (codes.md 3.8), so a difference is a warning. */
function sexOf(reading: Reading<Key>, stated: string | null, byCard: '1' | '2' | null): '1' | '2' {
  if (stated !== '1' && stated !== '2') {
    fault(reading, 'sex', 'sex_unknown', '性别应填“男”或“女”。');
    return byCard ?? '1';
  }
  if (byCard !== null && byCard !== stated) {
    const words = { '1': '男', '2': '女' } as const;
    warn(reading, 'sex', 'sex_differs_from_id_number', `性别填“${words[stated]}”，身份证号码第 17 位表示“${words[byCard]}”，请对照身份证核对。`);
  }
  return stated;
}

function mobileOf(reading: Reading<Key>): string {
  const { mobiles, offices, rejected } = parsePhones(reading.row.text('mobile'));
  const [mobile] = mobiles;
  if (mobile !== undefined) {
    if (mobiles.length > 1) warn(reading, 'mobile', 'mobile_more_than_one', '填了不止一个手机号码，只读取第一个。');
    return mobile;
  }
  if (offices.length > 0) fault(reading, 'mobile', 'mobile_is_a_landline', '填的是固定电话，此列应填 11 位手机号码。');
  else if (rejected.length > 0) fault(reading, 'mobile', 'mobile_unread', '不是 11 位手机号码，请核对。');
  else fault(reading, 'mobile', 'mobile_missing', '手机号码没有填写，请补填。');
  return '';
}

interface Interest {
  /** Null where the words are in no list. */
  readonly code: ServiceInterestCode | null;
  readonly words: string;
}

/** The note of the form ends with “等项”: anything else goes as `其他：…`, so that a slip is not taken for a new kind of service. */
function interestIn(item: string): Interest {
  const other = /^其他[:：（(]\s*([^）)]+)[）)]?$/u.exec(item)?.[1];
  return other === undefined ? { code: codeOf(serviceInterest, item), words: item } : { code: '99', words: other.trim() };
}

function interestOf(reading: Reading<Key>): Pick<ParsedMemberRow, 'serviceInterestCodes' | 'otherServiceInterest'> {
  const interests = splitList(reading.row.text('serviceInterest')).map(interestIn);
  const unknown = interests.filter(({ code }) => code === null).map(({ words }) => shown(words));
  const codes = interests.flatMap(({ code }) => code ?? []);
  if (unknown.length > 0)
    fault(reading, 'serviceInterest', 'service_interest_unknown', `“${unknown.join('、')}”不在服务志愿的 18 项之内；确为其他服务的，请写成“其他：……”。`);
  else if (codes.length === 0) fault(reading, 'serviceInterest', 'service_interest_missing', '服务志愿没有填写，请从表下备注所列各项中选择。');
  const others = interests.filter(({ code }) => code === '99').map(({ words }) => words);
  return { serviceInterestCodes: [...new Set(codes)], otherServiceInterest: others.join('、') };
}

function faultSharedIdNumbers(rows: readonly ParsedMemberRow[], faults: FaultList): void {
  tellSharing(rows, ({ idNumber }) => idNumber, ({ row }, others, group) => {
    const oneName = group.every(({ name }) => name === group[0]?.name);
    const what = oneName ? '同一个人重复填写，请只保留一行。' : '但姓名不同，请对照身份证核对。';
    faults.fault(row, label('idNumber'), oneName ? 'person_twice' : 'id_number_of_two_names', `身份证号码与${others}相同，${what}`);
  });
}

function warnOfSharedMobiles(rows: readonly ParsedMemberRow[], faults: FaultList): void {
  tellSharing(rows, ({ mobile }) => mobile, ({ row }, others) => {
    faults.warn(row, label('mobile'), 'mobile_shared', `手机号码与${others}相同，请核对。`);
  });
}
