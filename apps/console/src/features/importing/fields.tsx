import { UploadOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Select, Upload, type UploadFile } from 'antd';
import dayjs from 'dayjs';
import { importOptionNames as names } from '#libs/forms/import-options.zh';
import { participantKind } from '#libs/reference/ledger-codes';
import { organizationKind } from '#libs/reference/organization-kinds';
import { today } from '../../parts/clock.js';
import { optionsOf } from '../../parts/words.js';
import type { Kind } from './asked.js';

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly accept: string;
  readonly isNeeded?: boolean;
  readonly isMultiple?: boolean;
  readonly extra?: string;
}

const listOf = ({ fileList }: { readonly fileList: readonly UploadFile[] }): readonly UploadFile[] => fileList;

/** Chosen here and sent with the preview. */
export const FileField = ({ name, label, accept, isNeeded = false, isMultiple = false, extra }: FileFieldProps) => (
  <Form.Item
    name={name}
    label={label}
    valuePropName="fileList"
    getValueFromEvent={listOf}
    rules={isNeeded ? [{ required: true, message: '请选择文件' }] : []}
    extra={extra}
  >
    <Upload accept={accept} beforeUpload={() => false} multiple={isMultiple} {...(isMultiple ? {} : { maxCount: 1 })}>
      <Button icon={<UploadOutlined aria-hidden />}>选择文件</Button>
    </Upload>
  </Form.Item>
);

const Day = ({ name, option }: { readonly name: string; readonly option: string }) => (
  <Form.Item name={['days', name]} label={names[option]}>
    <DatePicker />
  </Form.Item>
);

const Text = ({ name, option }: { readonly name: string; readonly option: string }) => (
  <Form.Item name={['texts', name]} label={names[option]}>
    <Input maxLength={100} />
  </Form.Item>
);

const Count = ({ name, option }: { readonly name: string; readonly option: string }) => (
  <Form.Item name={['counts', name]} label={names[option]}>
    <InputNumber min={0} precision={0} />
  </Form.Item>
);

const OrganizationsFields = () => (
  <>
    <Form.Item label="表样">
      <a href="/api/import-templates/organizations" download>
        下载空白《党组织登记表》
      </a>
      <span>（.xlsx，带填写说明；上级没有填的，登记在所选党组织之下）</span>
    </Form.Item>
    <Form.Item
      name={['days', 'registeredOn']}
      label="登记日期"
      initialValue={dayjs(today())}
      extra="用于表中没有写明登记日期的行"
    >
      <DatePicker />
    </Form.Item>
    <Day name="countedOn" option="counted-on" />
  </>
);

const TeamsFields = () => (
  <>
    <Form.Item name="registerBelow" valuePropName="checked">
      <Checkbox>表上的党组织尚未登记，登记在所选党组织之下</Checkbox>
    </Form.Item>
    <Form.Item name={['codes', 'organizationKind']} label={names['kind']} initialValue="GENERAL_BRANCH">
      <Select options={optionsOf(organizationKind)} />
    </Form.Item>
    <Count name="fullMembers" option="full-members" />
    <Count name="probationaryMembers" option="probationary-members" />
    <Text name="formationTitle" option="formation-title" />
    <Text name="formationNumber" option="formation-number" />
    <Day name="formationDatedOn" option="formation-dated-on" />
    <Day name="establishedOn" option="established-on" />
    <Day name="formDate" option="form-date" />
  </>
);

const RosterFields = () => (
  <>
    <Day name="formDate" option="form-date" />
    <Day name="enrolledOn" option="enrolled-on" />
    <Text name="leaderPost" option="leader-post" />
    <Day name="leaderPostSince" option="leader-post-since" />
    <Text name="leaderPostDocument" option="leader-post-document" />
    <FileField
      name="teams"
      label={names['teams'] ?? ''}
      accept=".csv,.xlsx"
      extra="每行“行号,队伍名称”；不选则按登记表的人数和负责人分队"
    />
  </>
);

const MembersFields = () => (
  <>
    <Day name="formDate" option="form-date" />
    <Day name="enrolledOn" option="enrolled-on" />
    <Text name="team" option="team" />
    <Form.Item name={['codes', 'participantKind']} label={names['participant-kind']} initialValue="FULL_MEMBER">
      <Select options={optionsOf(participantKind)} />
    </Form.Item>
  </>
);

const lateReasons = [
  { value: 'PAPER_SHEET_DELAYED', label: '纸质签到表迟交' },
  { value: 'SYSTEM_UNAVAILABLE', label: '系统无法使用' },
  { value: 'DISPUTE_UPHELD', label: '异议成立后补记' },
  { value: 'OTHER', label: '其他' },
];

const SignInFields = () => (
  <>
    <FileField
      name="papers"
      label={names['paper'] ?? ''}
      accept=".jpg,.jpeg,.png,.pdf"
      isMultiple
      extra="签到表的扫描件或照片，可多份；文件名含日期（2026-01-17）的只用于当日"
    />
    <Form.Item name={['codes', 'lateReasonCode']} label={names['late-reason']}>
      <Select allowClear options={lateReasons} />
    </Form.Item>
  </>
);

/** What each kind of sheet may be told; what is left empty is read from the sheet. */
export function FieldsOf({ kind }: { readonly kind: Kind }) {
  switch (kind) {
    case 'organizations':
      return <OrganizationsFields />;
    case 'teams':
      return <TeamsFields />;
    case 'roster':
      return <RosterFields />;
    case 'members':
      return <MembersFields />;
    case 'sign-in':
      return <SignInFields />;
  }
}
