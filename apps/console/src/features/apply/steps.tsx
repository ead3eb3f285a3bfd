import { Button, Checkbox, DatePicker, Descriptions, Form, Input, Select } from 'antd';
import { ethnicity } from '#libs/reference/ethnicity';
import { participantKind } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import { OrganizationSelect } from '../../parts/organization-tree.js';
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
} from '../../parts/particulars-items.js';
import { codeName, optionsOf, orDash } from '../../parts/words.js';
import { SameIdNumber, SameName } from './same-name.js';
import type { Typed } from './typed.js';

const pledge = '本人已阅读承诺书，自愿报名，同意为登记和管理志愿服务使用所填信息';

export function Identity() {
  return (
    <>
      <NameItem />
      <SexItem />
      <IdNumberItem />
      <BirthDateItem />
      <SameName />
      <SameIdNumber />
    </>
  );
}

export function Basics() {
  return (
    <>
      <Form.Item name="organizationId" label="所在党组织" rules={[{ required: true, message: '请选取所在党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <Form.Item name="participantKind" label="人员类别">
        <Select options={optionsOf(participantKind)} />
      </Form.Item>
      <PoliticalStatusItem />
      <JoinedPartyItem />
      <BackgroundItems />
      <Form.Item name="mobile" label="手机">
        <Input maxLength={11} inputMode="tel" />
      </Form.Item>
      <EmailItem />
      <Form.Item name="healthAgreed" valuePropName="checked">
        <Checkbox>本人单独同意登记健康状况</Checkbox>
      </Form.Item>
      <HealthItem label="健康状况（未单独同意的不提交）" />
    </>
  );
}

export const Interests = InterestItems;

export function Pledge({ typed }: { readonly typed: Partial<Typed> }) {
  return (
    <>
      <section className="print-area" aria-label="报名表纸面">
        <h2 className="paper-title">党员志愿者报名登记表</h2>
        <Descriptions
          bordered
          size="small"
          column={2}
          items={[
            { key: 'name', label: '姓名', children: orDash(typed.name) },
            { key: 'sex', label: '性别', children: codeName(sex, typed.sex) },
            { key: 'birth', label: '出生年月', children: orDash(typed.birthDate) },
            { key: 'ethnicity', label: '民族', children: codeName(ethnicity, typed.ethnicity) },
            { key: 'education', label: '学历', children: codeName(education, typed.education) },
            { key: 'political', label: '政治面貌', children: codeName(politicalStatus, typed.politicalStatus) },
            { key: 'joined', label: '入党时间', children: orDash(typed.joinedPartyOn) },
            { key: 'unit', label: '所在单位', children: orDash(typed.workUnit) },
            {
              key: 'interests',
              label: '服务志愿',
              children: (typed.serviceInterests ?? []).map((code) => codeName(serviceInterest, code)).join('、') || '—',
            },
            { key: 'skills', label: '特长', children: orDash(typed.skills) },
            { key: 'experience', label: '志愿服务经历', span: 2, children: orDash(typed.experience) },
            {
              key: 'pledge',
              label: '本人承诺',
              span: 2,
              children: `${pledge}。签名：　　　　　　　　　　年　　月　　日`,
            },
            { key: 'branch', label: '党支部意见', span: 2, children: '（盖章）　　　　　　　　　　年　　月　　日' },
          ]}
        />
      </section>
      <Button className="no-print" onClick={() => window.print()} style={{ margin: '12px 0' }}>
        打印报名表（附件1）
      </Button>
      <Form.Item name="source" label="申请来源">
        <Select
          options={[
            { value: 'PAPER_FORM', label: '纸质报名表' },
            { value: 'ONLINE', label: '网上填报' },
          ]}
        />
      </Form.Item>
      <Form.Item name="submittedOn" label="提交日期" rules={[{ required: true, message: '请填写提交日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item
        name="agreed"
        valuePropName="checked"
        rules={[
          {
            validator: async (_rule, value) => {
              if (value !== true) throw new Error('须本人同意登记');
            },
          },
        ]}
      >
        <Checkbox>{pledge}</Checkbox>
      </Form.Item>
    </>
  );
}
