import { describe, expect, it } from '@jest/globals';
import { codeLists } from './code-lists.js';
import { codeOf, hasCode, nameOf, shortWord } from './codes.js';
import { ethnicity } from './ethnicity.js';
import { isPartyMember, participantKind, provenance } from './ledger-codes.js';
import { organizationKind } from './organization-kinds.js';
import { education, health, politicalStatus, sex } from './personal-codes.js';
import { carrierOf, serviceCarrier, serviceCarrierKind } from './service-carriers.js';
import { serviceInterest } from './service-codes.js';

describe('every code list', () => {
  const lists = [...codeLists.values()];

  it.each(lists.map((list) => [list.name, list] as const))(
    '%s names its source and holds each code and name once',
    (_name, list) => {
      const codes = list.entries.map(({ code }) => code);
      const names = list.entries.map(({ name }) => name);
      expect(new Set(codes).size).toBe(codes.length);
      expect(new Set(names).size).toBe(names.length);
      expect(list.source).not.toBe('');
    },
  );

  it.each(lists.map((list) => [list.name, list] as const))(
    '%s reads every name and code back, and its own printed word to the same word',
    (_name, list) => {
      for (const { code, name, short } of list.entries) {
        expect(codeOf(list, name)).toBe(code);
        expect(codeOf(list, code)).toBe(code);
        expect(shortWord(list, codeOf(list, short) ?? '')).toBe(short);
      }
    },
  );

  it.each(lists.map((list) => [list.name, list] as const))(
    '%s has no spelling that two entries claim',
    (_name, list) => {
      const claimed = list.entries.flatMap(({ name, alsoWritten = [] }) => [...new Set([name, ...alsoWritten])]);
      expect(new Set(claimed).size).toBe(claimed.length);
    },
  );
});

describe('a word from a form', () => {
  it.each([
    ['研究生', '14'],
    ['博士', '11'],
    ['本科', '21'],
    ['大学', '21'],
    ['大专', '31'],
    ['中专', '41'],
    ['高中', '61'],
    ['初中', '71'],
    ['小学', '81'],
    ['大学本科肄业', '23'],
    ['21', '21'],
  ])('学历 %s is code %s', (text, code) => {
    expect(codeOf(education, text)).toBe(code);
  });

  it.each([
    ['汉', '01'],
    ['汉族', '01'],
    ['1', '01'],
    ['０１', '01'],
    [' 回 ', '03'],
    ['基诺族', '56'],
    ['其他', '97'],
  ])('民族 %s is code %s', (text, code) => {
    expect(codeOf(ethnicity, text)).toBe(code);
  });

  it('other forms of sex, political status and health', () => {
    expect(codeOf(sex, '男')).toBe('1');
    expect(codeOf(sex, '女性')).toBe('2');
    expect(codeOf(politicalStatus, '中共党员')).toBe('01');
    expect(codeOf(politicalStatus, '预备党员')).toBe('02');
    expect(codeOf(health, '良好')).toBe('1');
  });

  it('unknown or empty has no code', () => {
    expect(codeOf(education, '自学')).toBeNull();
    expect(codeOf(sex, '')).toBeNull();
    expect(codeOf(sex, '3')).toBeNull();
    expect(codeOf(serviceInterest, '19')).toBeNull();
  });
});

describe('the printed word', () => {
  it('of an education code drops how it ended', () => {
    const printed = [
      '11',
      '19',
      '21',
      '28',
      '31',
      '33',
      '41',
      '43',
      '44',
      '46',
      '47',
      '49',
      '61',
      '63',
      '71',
      '73',
      '81',
      '83',
    ];
    expect(printed.map((code) => shortWord(education, code))).toEqual([
      '研究生',
      '研究生',
      '本科',
      '本科',
      '大专',
      '大专',
      '中专',
      '中专',
      '职高',
      '职高',
      '技校',
      '技校',
      '高中',
      '高中',
      '初中',
      '初中',
      '小学',
      '小学',
    ]);
  });

  it('of ethnicity and sex is the short one, the name the long one', () => {
    expect(shortWord(ethnicity, '01')).toBe('汉');
    expect(nameOf(ethnicity, '01')).toBe('汉族');
    expect(shortWord(sex, '2')).toBe('女');
  });

  it('of a code outside the list is an error', () => {
    expect(() => shortWord(sex, '7')).toThrow(RangeError);
    expect(hasCode(sex, '7')).toBe(false);
    expect(hasCode(sex, '1')).toBe(true);
  });
});

describe('the lists of the notices', () => {
  it('have the sizes the notices give', () => {
    const sizes = Object.fromEntries([...codeLists.values()].map((list) => [list.name, list.entries.length]));
    expect(sizes).toMatchObject({
      ethnicity: 58,
      serviceInterest: 19,
      serviceTheme: 3,
      specialAction: 2,
      serviceCarrier: 6,
      cityProgramme: 4,
      serviceMode: 4,
      venueKind: 11,
      trainingKind: 3,
      participantKind: 4,
      provenance: 5,
    });
  });

  it('put every kind of work under one of the six carriers', () => {
    for (const { code } of serviceCarrierKind.entries) expect(hasCode(serviceCarrier, carrierOf(code))).toBe(true);
    expect(carrierOf('SAFE_CAMPUS.ENVIRONMENT')).toBe('SAFE_CAMPUS');
  });

  it('count full and probationary members as Party members, others not', () => {
    expect(participantKind.entries.filter(({ code }) => isPartyMember(code)).map(({ code }) => code)).toEqual([
      'FULL_MEMBER',
      'PROBATIONARY_MEMBER',
    ]);
    expect(codeOf(provenance, 'MEASURED')).toBe('MEASURED');
    expect(codeOf(organizationKind, '党总支')).toBe('GENERAL_BRANCH');
  });
});
