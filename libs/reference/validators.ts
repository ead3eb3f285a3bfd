import {
  ARRAY_MAX_SIZE,
  ARRAY_MIN_SIZE,
  ARRAY_UNIQUE,
  IS_BOOLEAN,
  IS_EMAIL,
  IS_IN,
  IS_INT,
  IS_LENGTH,
  IS_UUID,
  MATCHES,
  MAX,
  MIN,
  ValidateBy,
  ValidateIf,
  isEmail,
} from 'class-validator';

import { isUuid } from '#libs/kernel/ids';
import { isInstant, isLocalDate, isTimeOfDay, isYearMonth } from '#libs/kernel/time';

import { checkIdNumber } from './id-number.js';
import { parsePhones } from './phone.js';
import { NAME_CODE_POINTS_MAX, cleanName, cleanText } from './text.js';
import { checkUnifiedCreditCode } from './unified-credit-code.js';

/**
 * The shape of one command field: a check, the sentence shown when it fails, and the name and constraints of the
 * class-validator rule it stands for, because the OpenAPI schema is made from these.
 */
interface Rule {
  readonly standsFor: string;
  readonly constraints?: readonly unknown[];
  readonly accepts: (value: unknown) => boolean;
  readonly says: string;
}

const rule = ({ standsFor, constraints = [], accepts, says }: Rule, each = false): PropertyDecorator =>
  ValidateBy(
    {
      name: standsFor,
      constraints: [...constraints],
      validator: { validate: (value) => accepts(value), defaultMessage: () => says },
    },
    { each },
  );

const all =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

const ofText =
  (accepts: (value: string) => boolean) =>
  (value: unknown): boolean =>
    typeof value === 'string' && accepts(value);

// Alternatives, not loose digits: the pattern goes into the API document and must not promise more than is taken.
const dayPattern = /^(19|[2-9]\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const monthOrDayPattern = /^(19|20)\d{2}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;
const timePattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const idNumberPattern = /^\d{17}[\dXx]$/;
const mobilePattern = /^1[3-9]\d{9}$/;

// Not `isLength`: it does not count variation selectors, the event field does.
const isTextUpTo = (max: number): ((value: unknown) => boolean) =>
  ofText((value) => cleanText(value, max).ok && [...value].length <= max);

const rules = {
  id: (label: string): Rule => ({
    standsFor: IS_UUID,
    constraints: ['loose'],
    accepts: isUuid,
    says: `${label}：必须是编号（小写 UUID）`,
  }),
  code: (label: string, codes: readonly string[]): Rule => ({
    standsFor: IS_IN,
    constraints: [[...codes]],
    accepts: ofText((value) => codes.includes(value)),
    says: `${label}：请从列表中选取`,
  }),
  text: (label: string, max: number): Rule => ({
    standsFor: IS_LENGTH,
    constraints: [1, max],
    accepts: isTextUpTo(max),
    says: `${label}：不能为空，最多 ${max} 个字，不能含有看不见的字符`,
  }),
  mobile: (label: string): Rule => ({
    standsFor: MATCHES,
    constraints: [mobilePattern],
    accepts: ofText((value) => mobilePattern.test(value)),
    says: `${label}：请填 11 位手机号码，例如 13800000000`,
  }),
  officePhone: (label: string): Rule => ({
    standsFor: IS_LENGTH,
    constraints: [7, 40],
    accepts: ofText(
      (value) =>
        value.length <= 40 && parsePhones(value).offices.length === 1 && parsePhones(value).rejected.length === 0,
    ),
    says: `${label}：请填办公电话，例如 0511-85012345`,
  }),
};

/** A lower-case UUID, given by the client for new things so that a retry is the same act. */
export const IsIdOf = (label: string): PropertyDecorator => rule(rules.id(label));

/** A day that exists, `YYYY-MM-DD`, from 1900. */
export const IsLocalDay = (label: string): PropertyDecorator =>
  rule({
    standsFor: MATCHES,
    constraints: [dayPattern],
    accepts: isLocalDate,
    says: `${label}：请填真实存在的日期，例如 2026-07-01`,
  });

/** `YYYY-MM` or `YYYY-MM-DD`: forms ask for a month, an ID number gives the day. */
export const IsYearMonthOrDay = (label: string): PropertyDecorator =>
  rule({
    standsFor: MATCHES,
    constraints: [monthOrDayPattern],
    accepts: (value) => isYearMonth(value) || (isLocalDate(value) && monthOrDayPattern.test(value)),
    says: `${label}：请填年月或真实存在的日期，例如 2002-02 或 2002-02-18`,
  });

/** `HH:MM`, 00:00 to 24:00. */
export const IsTimeOfDayText = (label: string): PropertyDecorator =>
  rule({
    standsFor: MATCHES,
    constraints: [timePattern],
    accepts: isTimeOfDay,
    says: `${label}：请填 00:00 至 24:00 的时刻，例如 09:30`,
  });

/** A UTC instant with milliseconds. */
export const IsInstantText = (label: string): PropertyDecorator =>
  rule({
    standsFor: MATCHES,
    constraints: [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/],
    accepts: isInstant,
    says: `${label}：请填协调世界时，例如 2026-07-01T01:00:00.000Z`,
  });

/** 1 to `maxCodePoints` code points, not only blanks, no control or direction marks; line breaks are allowed. */
export const IsTextUpTo = (label: string, maxCodePoints: number): PropertyDecorator =>
  rule(rules.text(label, maxCodePoints));

export const IsCodeFrom = (label: string, codes: readonly string[]): PropertyDecorator =>
  rule(rules.code(label, codes));

/** Both ends included. One fault gives one sentence up to three times: the door shows each sentence once. */
export const IsWholeNumber = (label: string, min: number, max: number): PropertyDecorator => {
  const says = `${label}：请填 ${min} 至 ${max} 的整数`;
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  return all(
    rule({ standsFor: MIN, constraints: [min], accepts: (value) => isNumber(value) && value >= min, says }),
    rule({ standsFor: MAX, constraints: [max], accepts: (value) => isNumber(value) && value <= max, says }),
    // Last, because the API document takes `integer` from the last rule, over the `number` of the two above.
    rule({ standsFor: IS_INT, accepts: Number.isSafeInteger, says }),
  );
};

/** A name that `cleanName` takes: at most 50 code points, `·` and rare characters welcome. */
export const IsPersonName = (label: string): PropertyDecorator =>
  rule({
    standsFor: IS_LENGTH,
    constraints: [1, NAME_CODE_POINTS_MAX],
    accepts: ofText((value) => cleanName(value).ok),
    says: `${label}：不能为空，最多 ${NAME_CODE_POINTS_MAX} 个字，不能含有看不见的字符`,
  });

/** GB 11643 with its check digit; a small `x` is taken, blanks are not. */
export const IsIdNumber = (label: string): PropertyDecorator =>
  rule({
    standsFor: MATCHES,
    constraints: [idNumberPattern],
    accepts: ofText((value) => idNumberPattern.test(value) && checkIdNumber(value).ok),
    says: `${label}：18 位公民身份号码不正确，请对照证件逐位核对`,
  });

/** 11 digits without blanks or country code. */
export const IsMobile = (label: string): PropertyDecorator => rule(rules.mobile(label));

export const IsEmailAddress = (label: string, maxCodePoints: number): PropertyDecorator =>
  rule({
    standsFor: IS_EMAIL,
    accepts: ofText((value) => [...value].length <= maxCodePoints && isEmail(value)),
    says: `${label}：请填电子邮箱，例如 name@example.cn，最多 ${maxCodePoints} 个字`,
  });

/** GB 32100 with its check character, 18 capitals and digits. */
export const IsUnifiedCreditCode = (label: string): PropertyDecorator => {
  const pattern = /^[0-9A-HJ-NP-RT-UW-Y]{18}$/;
  return rule({
    standsFor: MATCHES,
    constraints: [pattern],
    accepts: ofText((value) => pattern.test(value) && checkUnifiedCreditCode(value).ok),
    says: `${label}：18 位统一社会信用代码不正确，请对照证书核对（字母用大写）`,
  });
};

/** A machine's word (number, hash, pack): what `reference(pattern)` of an event takes, at most 128 characters. */
export const IsReference = (label: string, pattern: RegExp, example: string): PropertyDecorator =>
  rule({
    standsFor: MATCHES,
    constraints: [pattern],
    accepts: ofText((value) => value.length <= 128 && pattern.test(value)),
    says: `${label}：格式不对，例如 ${example}`,
  });

export const IsYesNo = (label: string): PropertyDecorator =>
  rule({
    standsFor: IS_BOOLEAN,
    accepts: (value) => typeof value === 'boolean',
    says: `${label}：只能是“是”或“否”（true / false）`,
  });

interface ListSize {
  readonly max: number;
  readonly min?: number;
}

const isList =
  (accepts: (items: readonly unknown[]) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && accepts(value);

function listOf(label: string, item: Rule, { max, min = 0 }: ListSize): PropertyDecorator {
  const says = `${label}：请给出${min > 0 ? ` ${min} 至` : '最多'} ${max} 项，不能重复`;
  return all(
    rule(item, true),
    rule({ standsFor: ARRAY_MAX_SIZE, constraints: [max], accepts: isList((items) => items.length <= max), says }),
    rule({ standsFor: ARRAY_UNIQUE, accepts: isList((items) => new Set(items).size === items.length), says }),
    ...(min > 0
      ? [rule({ standsFor: ARRAY_MIN_SIZE, constraints: [min], accepts: isList((items) => items.length >= min), says })]
      : []),
  );
}

/** Each id once; an empty list passes unless `min` says otherwise. So do the lists below. */
export const IsListOfIds = (label: string, size: ListSize): PropertyDecorator => listOf(label, rules.id(label), size);
export const IsListOfCodesFrom = (label: string, codes: readonly string[], min = 0): PropertyDecorator =>
  listOf(label, rules.code(label, codes), { max: codes.length, min });
export const IsListOfTextsUpTo = (label: string, maxCodePoints: number, size: ListSize): PropertyDecorator =>
  listOf(label, rules.text(label, maxCodePoints), size);
export const IsListOfMobiles = (label: string, size: ListSize): PropertyDecorator =>
  listOf(label, rules.mobile(label), size);
export const IsListOfOfficePhones = (label: string, size: ListSize): PropertyDecorator =>
  listOf(label, rules.officePhone(label), size);

/** The field may be left out. Not IsOptional: that lets null through, which no event can hold. */
export const Maybe = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);
