import { Alert, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { participantKind } from '#libs/reference/ledger-codes';
import type { Given } from '../../../api/give.js';
import { CommandButton } from '../../../parts/command-form.js';
import { wordOf } from '../../../parts/ledger-words.js';
import {
  BackgroundItems,
  BirthDateItem,
  EmailItem,
  HealthItem,
  IdNumberItem,
  InterestItems,
  JoinedPartyItem,
  NameItem,
  PoliticalStatusItem,
  SexItem,
} from '../../../parts/particulars-items.js';
import { optionsOf } from '../../../parts/words.js';
import type { Person } from '../record.js';
import { dayOf, DayItem, fromToday, TextItem } from '../../../parts/items.js';

type Path = '/api/volunteers/{volunteerId}/particulars';
type Body = Given<Path>['body'];
type Typed = Omit<Body, 'changedOn'> & { readonly changedOn: Dayjs };

const known = [
  ...(['name', 'sex', 'birthDate', 'ethnicity', 'education', 'workUnit', 'politicalStatus', 'joinedPartyOn'] as const),
  ...(['participantKind', 'skills', 'serviceInterests'] as const),
] as const;
/** Of these two the ledger itself knows which member somebody is (政治面貌 01, 02). */
const saysWhichMember = ['01', '02'];
const documents = (['ID_CARD', 'HOUSEHOLD_REGISTER', 'POLICE_CERTIFICATE'] as const).map((value) => ({
  value,
  label: wordOf(value),
}));

const standing = (person: Person): Partial<Typed> =>
  Object.fromEntries(known.flatMap((name) => (person[name] === null ? [] : [[name, person[name]]])));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only what became another; what was left empty stays as it is. */
export function changedOf(person: Person, { changedOn, reason, documentSeen, mobiles, ...typed }: Typed): Body {
  const before: Readonly<Record<string, unknown>> = standing(person);
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => {
      const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      return !isEmpty && !isSame(value, before[name]);
    }),
  );
  const isOtherStatus = 'politicalStatus' in changed && !saysWhichMember.includes(typed.politicalStatus ?? '');
  const numbers = (mobiles ?? []).filter((number) => number !== '');
  return {
    ...changed,
    ...(isOtherStatus && typed.participantKind ? { participantKind: typed.participantKind } : {}),
    ...(numbers.length > 0 ? { mobiles: numbers } : {}),
    ...(('name' in changed || 'idNumber' in changed) && documentSeen ? { documentSeen } : {}),
    changedOn: dayOf(changedOn),
    reason,
  };
}

/** A name or an ID number is changed by whoever has seen the paper that says so. */
function IdentityItems({ person }: { readonly person: Person }) {
  const name = Form.useWatch<string | undefined>('name');
  const idNumber = Form.useWatch<string | undefined>('idNumber');
  const isNamed = (name !== undefined && name !== '' && name !== person.name) || Boolean(idNumber);
  return (
    <>
      <NameItem />
      <IdNumberItem label="身份证号码（不改的不填）" />
      {isNamed && (
        <Form.Item
          name="documentSeen"
          label="所查看的证件"
          rules={[{ required: true, message: '变更姓名或身份证号码，请选取查看了哪种证件' }]}
          preserve={false}
        >
          <Select options={documents} />
        </Form.Item>
      )}
    </>
  );
}

function KindItem() {
  const status = Form.useWatch<string | undefined>('politicalStatus');
  if (saysWhichMember.includes(status ?? '')) return null;
  return (
    <Form.Item name="participantKind" label="人员类别" rules={[{ required: true, message: '请选取人员类别' }]}>
      <Select options={optionsOf(participantKind)} />
    </Form.Item>
  );
}

const MobilesItem = () => (
  <Form.Item
    name="mobiles"
    label="手机（填写后替换原有号码；有几个的用空格隔开）"
    getValueFromEvent={({ target }: { target: { value: string } }) => target.value.split(/[\s,，、]+/)}
    getValueProps={(numbers?: string[]) => ({ value: numbers?.join(' ') ?? '' })}
  >
    <Input inputMode="tel" autoComplete="off" maxLength={60} />
  </Form.Item>
);

/** F-11, F-12: what is stated anew, from a day on; the old words stay in the history. */
export function ChangeParticulars({ person, isOwn }: { readonly person: Person; readonly isOwn: boolean }) {
  const { volunteerId, consents } = person;
  return (
    <CommandButton<Path, Typed>
      title="变更登记事项"
      path="/api/volunteers/{volunteerId}/particulars"
      initial={{ ...standing(person), ...fromToday('changedOn') }}
      given={(typed) => ({ path: { volunteerId }, body: changedOf(person, typed) })}
    >
      <Alert
        type="info"
        showIcon
        title={
          isOwn
            ? '只改要变更的项；原来的内容仍留在履历里。姓名、身份证号码有变的，请持证件到党支部办理。'
            : '只改要变更的项；原来的内容仍留在履历里。'
        }
      />
      {!isOwn && <IdentityItems person={person} />}
      <div className="form-columns">
        <SexItem />
        <BirthDateItem isRequired={false} />
        <PoliticalStatusItem />
        <KindItem />
        <JoinedPartyItem />
        <BackgroundItems />
      </div>
      <MobilesItem />
      <EmailItem />
      {consents.includes('SENSITIVE_HEALTH') && <HealthItem label="健康状况" />}
      <InterestItems />
      <DayItem name="changedOn" label="变更日期" />
      <TextItem name="reason" label="变更原因" max={500} />
    </CommandButton>
  );
}
