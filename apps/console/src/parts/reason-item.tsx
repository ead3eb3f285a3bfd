import { Form, Input } from 'antd';

/** Why, in five characters at least; whoever it is about may read it where `isSeen`. */
export const ReasonItem = ({ word, isSeen = false }: { readonly word: '理由' | '原因'; readonly isSeen?: boolean }) => (
  <Form.Item
    name="reason"
    label={isSeen ? `${word}（本人看得到）` : word}
    rules={[
      { required: true, message: `请写明${word}` },
      { min: 5, message: '至少 5 个字' },
    ]}
  >
    <Input.TextArea rows={3} maxLength={500} />
  </Form.Item>
);
