import { Checkbox, Form, Input, Select } from 'antd';
import { ethnicity } from '#libs/reference/ethnicity';
import { checkIdNumber } from '#libs/reference/id-number';
import { education, health, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import { optionsOf } from './words.js';

const yearMonth = { pattern: /^\d{4}-\d{2}(?:-\d{2})?$/, message: '请填年月或日期，例如 2002-02' };

/** The fields of Annex 1, for who applies and for who changes what stands there. */
export const NameItem = ({ isRequired = true }: { readonly isRequired?: boolean }) => (
  <Form.Item name="name" label="姓名" rules={isRequired ? [{ required: true, message: '请填写姓名' }] : []}>
    <Input maxLength={50} autoComplete="off" />
  </Form.Item>
);

export const SexItem = () => (
  <Form.Item name="sex" label="性别" rules={[{ required: true, message: '请选取性别' }]}>
    <Select options={optionsOf(sex)} />
  </Form.Item>
);

export const IdNumberItem = ({ label = '身份证号码' }: { readonly label?: string }) => (
  <Form.Item
    name="idNumber"
    label={label}
    validateTrigger="onBlur"
    rules={[
      {
        validator: async (_rule, value?: string) => {
          if (value && !checkIdNumber(value).ok) throw new Error('身份证号码不正确，请对照证件逐位核对');
        },
      },
    ]}
  >
    <Input maxLength={18} autoComplete="off" />
  </Form.Item>
);

export const BirthDateItem = ({ isRequired = true }: { readonly isRequired?: boolean }) => (
  <Form.Item
    name="birthDate"
    label="出生年月"
    rules={[...(isRequired ? [{ required: true, message: '请填写出生年月' }] : []), yearMonth]}
  >
    <Input placeholder="1986-03" />
  </Form.Item>
);

export const PoliticalStatusItem = () => (
  <Form.Item name="politicalStatus" label="政治面貌">
    <Select options={optionsOf(politicalStatus)} />
  </Form.Item>
);

export const JoinedPartyItem = () => (
  <Form.Item name="joinedPartyOn" label="入党时间" rules={[yearMonth]}>
    <Input placeholder="2002-02" />
  </Form.Item>
);

export const BackgroundItems = () => (
  <>
    <Form.Item name="education" label="学历">
      <Select options={optionsOf(education)} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
    <Form.Item name="ethnicity" label="民族">
      <Select options={optionsOf(ethnicity)} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
    <Form.Item name="workUnit" label="所在单位">
      <Input maxLength={100} />
    </Form.Item>
  </>
);

export const EmailItem = () => (
  <Form.Item name="email" label="电子邮箱">
    <Input maxLength={100} inputMode="email" />
  </Form.Item>
);

/** With its own consent only. */
export const HealthItem = ({ label }: { readonly label: string }) => (
  <Form.Item name="health" label={label}>
    <Select allowClear options={optionsOf(health)} />
  </Form.Item>
);

export const InterestItems = () => (
  <>
    <Form.Item name="serviceInterests" label="服务志愿">
      <Checkbox.Group options={optionsOf(serviceInterest)} />
    </Form.Item>
    <Form.Item name="skills" label="特长">
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
    <Form.Item name="experience" label="志愿服务经历">
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  </>
);
