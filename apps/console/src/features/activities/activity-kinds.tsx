import { Form, Select, Switch } from 'antd';
import { serviceCarrier, serviceCarrierKind } from '#libs/reference/service-carriers';
import { cityProgramme, serviceMode, serviceTheme, specialAction, venueKind } from '#libs/reference/service-codes';
import { optionsOf } from '../../parts/words.js';

/** Kinds of work under the carrier that is chosen; their codes begin with the carrier's. */
function CarrierKind() {
  const carrier = Form.useWatch<string | undefined>('carrier');
  const options = optionsOf(serviceCarrierKind)
    .filter(({ value }) => value.startsWith(`${carrier ?? ''}.`))
    .map(({ value, label }) => ({ value: value.slice(value.indexOf('.') + 1), label }));
  if (carrier === undefined || options.length === 0) return null;
  return (
    <Form.Item name="carrierKind" label="载体下的服务类别" preserve={false}>
      <Select allowClear options={options} />
    </Form.Item>
  );
}

const kinds = [
  ['theme', '活动主题', serviceTheme],
  ['serviceMode', '服务方式', serviceMode],
  ['venueKind', '场所类别', venueKind],
  ['programme', '统一组织的活动', cityProgramme],
  ['specialAction', '专项行动', specialAction],
] as const;

/** What both notices let an activity be told by: theme, carrier, programme, action, mode and venue. All may be left out. */
export function ActivityKinds() {
  const form = Form.useFormInstance();
  return (
    <div className="form-columns">
      {kinds.map(([name, label, list]) => (
        <Form.Item key={name} name={name} label={label}>
          <Select allowClear options={optionsOf(list)} />
        </Form.Item>
      ))}
      <Form.Item name="carrier" label="载体">
        <Select
          allowClear
          options={optionsOf(serviceCarrier)}
          onChange={() => form.setFieldValue('carrierKind', undefined)}
        />
      </Form.Item>
      <CarrierKind />
    </div>
  );
}

const questions = [
  ['isInWorkingTime', '在工作时间内'],
  ['isOwnDuty', '属于参加者的本职工作'],
  ['isPaid', '参加者领取报酬'],
  ['isEmergency', '应急活动'],
  ['isDangerous', '有人身危险（须登记保险）'],
] as const;

/** What is asked before an activity is planned: some answers make it none of volunteering (Order 67 art. 19). */
export function ActivityQuestions() {
  return (
    <div className="form-columns">
      {questions.map(([name, label]) => (
        <Form.Item key={name} name={name} label={label} valuePropName="checked">
          <Switch checkedChildren="是" unCheckedChildren="否" />
        </Form.Item>
      ))}
    </div>
  );
}
