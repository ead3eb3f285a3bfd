import type { EventDefinition, EventDefinitions } from '#libs/kernel/event';
import type { FieldKind, Fields, KeyGroup } from '#libs/kernel/fields';

type AnyField = Fields[string];

const clearKinds: readonly FieldKind[] = [
  'id',
  'code',
  'date',
  'yearMonth',
  'time',
  'instant',
  'integer',
  'flag',
  'reference',
  'list',
];
const groups: readonly KeyGroup[] = ['identity', 'contact', 'sensitive', 'photo', 'free'];
/** Past forms that do not end in -ed; add the verb when a new event needs it. */
const irregular = [
  'Bound',
  'CalledBack',
  'CheckedIn',
  'CheckedOut',
  'Chosen',
  'Given',
  'Held',
  'Left',
  'Lost',
  'MovedUp',
  'Sent',
  'Split',
  'SignedUp',
  'StoodDown',
  'Taken',
  'Undone',
  'Withdrawn',
  'Withdrew',
  'Written',
];

/** What a person might leave in a field that was meant for a machine. Made up: the division 340199 is not assigned. */
export const personalLooking = [
  '张三',
  '欧阳明月',
  'Zhang San',
  '340199199001011234',
  '34019919900101123X',
  '34019919900101123x',
  '340199900101123',
  '13900001111',
  '139 0000 1111',
  '139-0000-1111',
  '+8613900001111',
  '0551-63538000',
  '1990-01-01',
  'zhangsan@example.org',
  '因身体原因退出，联系电话另行告知。',
  'left for reasons of health',
  '',
  ' ',
];

type Rule = (field: AnyField, fields: Fields) => string | false;

/** Where an alternative stands outside every bracket, `^` and `$` hold for one side of it only. */
function hasLooseAlternative(source: string): boolean {
  let depth = 0;
  for (const sign of source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth === 0) return true;
  }
  return false;
}

const patternRules: readonly ((pattern: RegExp) => string | false)[] = [
  ({ source }) =>
    (!source.startsWith('^') || !source.endsWith('$') || source.endsWith('\\$')) &&
    'its pattern is not anchored at both ends',
  ({ source }) => hasLooseAlternative(source) && 'its pattern is anchored on one side of an alternative only',
  ({ flags }) => flags !== '' && 'its pattern has flags',
  ({ source }) => !/^[\x20-\x7e]+$/.test(source) && 'its pattern is not ASCII',
  ({ source }) =>
    /\\[DSWPpu]|\[\^|\\s|(?<!\\)\./.test(source.replace(/\[[^\]^]*\]/g, '[]')) &&
    'its pattern takes what it does not name',
  ({ source }) => /[*+]|\{\d+,\}/.test(source.replace(/\\.|\[[^\]]*\]/g, 'x')) && 'its pattern has no end',
  (pattern) => personalLooking.some((text) => pattern.test(text)) && 'its pattern takes what looks like a person',
];

const reference: Rule = ({ pattern, accepts }) => {
  if (!pattern) return 'is a reference without a pattern';
  if (accepts('x'.repeat(129)) || accepts('0'.repeat(129))) return 'takes more than 128 characters';
  return patternRules.map((rule) => rule(pattern)).find((fault) => fault !== false) ?? false;
};

const code: Rule = ({ codes, accepts }) => {
  if (!codes || codes.length === 0) return 'is a code without a list';
  if (!codes.every((each) => /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(each))) return 'has a code that is not a machine word';
  return personalLooking.some((text) => accepts(text)) && 'takes what is not on its list';
};

const list: Rule = (field, fields) => {
  if (!field.of) return 'is a list of nothing';
  if (field.of.isPersonal || field.of.kind === 'list') return 'is a list of what may not stand in a list';
  return faultOf(field.of, fields);
};

const subjectOf: Rule = ({ subject = '', optional }, fields) => {
  const named = Object.hasOwn(fields, subject) ? fields[subject] : undefined;
  if (named?.kind !== 'id' || named.isPersonal) return `names ${subject} as its subject, which is no id in clear`;
  return named.optional && !optional && `names ${subject} as its subject, which may be absent`;
};

const personal: Rule = (field, fields) => {
  if (!field.isPersonal) return 'is personal and not encrypted';
  if (!field.group || !groups.includes(field.group)) return 'has no group of keys';
  return field.subject !== undefined && subjectOf(field, fields);
};

const clear: Rule = ({ kind, isPersonal, group, accepts }) => {
  if (!clearKinds.includes(kind)) return `is of the kind ${kind}, which may not stand in clear`;
  if (isPersonal || group) return 'is in clear and has a group of keys';
  return (
    kind !== 'flag' &&
    personalLooking.some((text) => text !== '1990-01-01' && accepts(text)) &&
    'takes what looks like a person'
  );
};

function faultOf(field: AnyField, fields: Fields): string | false {
  if (field.kind === 'personal') return personal(field, fields);
  const own = { reference, code, list }[field.kind as string];
  return (own ? own(field, fields) : false) || clear(field, fields);
}

const isPast = (type: string): boolean => /ed$/.test(type) || irregular.some((verb) => type.endsWith(verb));

function faultsOfEvent(type: string, { version, fields, upcast }: EventDefinition): string[] {
  const steps = Object.keys(upcast).map(Number);
  const wanted = Array.from({ length: version - 1 }, (_, i) => i + 1);
  const own: (string | false)[] = [
    !/^(?:[A-Z][a-z]+)+$/.test(type) && 'its name is not PascalCase',
    !isPast(type) && 'its name is not in the past tense',
    !Number.isSafeInteger(version) || version < 1 ? 'its version is not a whole number from 1' : false,
    JSON.stringify(steps.toSorted((a, b) => a - b)) !== JSON.stringify(wanted) &&
      'its older versions are not lifted one by one',
    (fields['batch']?.kind !== 'id' || !fields['batch'].optional) && 'it cannot name its batch',
    Object.keys(fields).some((name) => !/^[a-z][A-Za-z0-9_]*$/.test(name)) &&
      'a field has a name that is not canonical',
  ];
  const faults = own.filter((fault) => fault !== false).map((fault) => `${type}: ${fault}`);
  const ofFields = Object.entries(fields).map(([name, field]) => ({ name, fault: faultOf(field, fields) }));
  return [
    ...faults,
    ...ofFields.filter(({ fault }) => fault !== false).map(({ name, fault }) => `${type}.${name} ${String(fault)}`),
  ];
}

/** What is wrong with the events of these slices, as sentences; nothing when all is well. */
export function faultsOf(slices: ReadonlyMap<string, EventDefinitions>): string[] {
  const homes = new Map<string, string>();
  const faults: string[] = [];
  for (const [file, definitions] of slices) {
    if (Object.keys(definitions).length === 0) faults.push(`${file} defines no events`);
    for (const [type, definition] of Object.entries(definitions)) {
      const home = homes.get(type);
      if (home) faults.push(`${type}: is defined in ${home} and in ${file}`);
      homes.set(type, file);
      faults.push(...faultsOfEvent(type, definition));
    }
  }
  return faults;
}
