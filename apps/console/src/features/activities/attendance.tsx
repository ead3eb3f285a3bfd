import { Alert, App, Button, Card, Checkbox, Empty, Input, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useGive } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { wordOf } from '../../parts/ledger-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import { minutesBetween, paste, type SheetLine } from './pasted.js';
import { useSheet } from './use-sheet.js';

const attendancePath = '/api/activities/{activityId}/sessions/{sessionId}/attendances';
const lateReasons = ['PAPER_SHEET_DELAYED', 'EMERGENCY', 'SYSTEM_UNAVAILABLE', 'OTHER'] as const;
type LateReason = (typeof lateReasons)[number];

function Line({
  line,
  isRecorded,
  onChange,
}: {
  readonly line: SheetLine;
  readonly isRecorded: boolean;
  readonly onChange: (line: SheetLine) => void;
}) {
  const minutes = minutesBetween(line.startsAt, line.endsAt);
  const timeOf = (what: 'startsAt' | 'endsAt', label: string) => (
    <Input
      type="time"
      aria-label={`${line.name}${label}`}
      value={line[what]}
      onChange={({ target }) => onChange({ ...line, [what]: target.value })}
      style={{ width: 110 }}
    />
  );
  return (
    <li className="sheet-line">
      <Checkbox
        checked={line.isThere || isRecorded}
        disabled={isRecorded}
        onChange={({ target }) => onChange({ ...line, isThere: target.checked })}
      >
        <strong>{line.name}</strong> <span style={{ color: '#595959' }}>{line.volunteerNumber}</span>
      </Checkbox>
      {isRecorded && <span>已登记</span>}
      {!isRecorded && line.isThere && (
        <Space wrap>
          {timeOf('startsAt', '开始')}
          {timeOf('endsAt', '结束')}
          <span className={minutes > 0 ? undefined : 'fault'}>
            {minutes > 0 ? minutesText(minutes) : '结束须晚于开始'}
          </span>
        </Space>
      )}
    </li>
  );
}

/** Lines copied out of Excel; what does not fit is said at once, line by line. */
function PasteBox({
  lines,
  onPasted,
}: {
  readonly lines: readonly SheetLine[];
  readonly onPasted: (lines: readonly SheetLine[]) => void;
}) {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = (text: string): void => {
    const read = paste(text, lines);
    setFaults(read.faults);
    onPasted(read.lines);
  };
  return (
    <>
      <Input.TextArea
        rows={2}
        value=""
        aria-label="从 Excel 粘贴"
        placeholder="从 Excel 复制“姓名或编号、开始、结束”三列，在此粘贴；时间不填的按场次时间"
        onPaste={(event) => {
          event.preventDefault();
          take(event.clipboardData.getData('text/plain'));
        }}
      />
      {faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${faults.length} 行没有填入`}
          description={faults.map((fault) => (
            <div key={fault}>{fault}</div>
          ))}
        />
      )}
    </>
  );
}

/** Who was there: ticked on a phone, typed at a desk or pasted; another person confirms it. */
export default function Attendance() {
  const { activityId = '', sessionId = '' } = useParams();
  const sheet = useSheet(activityId, sessionId);
  const entries = useRef(new Map<string, string>());
  const [lateReasonCode, setLateReason] = useState<LateReason | undefined>();
  const command = useGive(attendancePath, '登记签到');
  const { modal } = App.useApp();
  const go = useNavigate();
  const there = sheet.lines.filter((line) => line.isThere && !sheet.recorded.has(line.volunteerId));
  const minutes = there.reduce((sum, line) => sum + minutesBetween(line.startsAt, line.endsAt), 0);
  const isWrong = there.some((line) => minutesBetween(line.startsAt, line.endsAt) <= 0);
  const open = sheet.lines.filter(({ volunteerId }) => !sheet.recorded.has(volunteerId));

  const change = (line: SheetLine): void =>
    sheet.change(sheet.lines.map((one) => (one.volunteerId === line.volunteerId ? line : one)));
  const entryOf = (volunteerId: string): string => {
    const id = entries.current.get(volunteerId) ?? newId();
    entries.current.set(volunteerId, id);
    return id;
  };
  const save = async (): Promise<void> => {
    const attendances = there.map(({ volunteerId, teamId, startsAt, endsAt }) => ({
      volunteerId,
      teamId,
      startsAt,
      endsAt,
      serviceMinutes: minutesBetween(startsAt, endsAt),
      entryId: entryOf(volunteerId),
    }));
    const body = { provenance: 'WITNESSED' as const, attendances, ...(lateReasonCode ? { lateReasonCode } : {}) };
    await command.mutateAsync({ path: { activityId, sessionId }, body });
    void go(`/activities/${activityId}`);
  };
  const ask = (): void =>
    void modal.confirm({
      title: `将登记 ${there.length} 人，合计 ${minutesText(minutes)}`,
      content: '登记后由队长或审批人确认，时长才会计入。登记人不能自己确认。',
      okText: '登记',
      cancelText: '再看看',
      onOk: () => save().catch(() => undefined),
    });

  if (sheet.error) return <ProblemAlert error={sheet.error} />;
  return (
    <Card
      size="small"
      title={`${sheet.activity?.title ?? ''}　${sheet.session?.heldOn ?? ''} ${sheet.session?.startsAt ?? ''}—${sheet.session?.endsAt ?? ''}`}
      style={{ maxWidth: 760 }}
    >
      <div className="stack">
        <ProblemAlert error={command.error} />
        <PasteBox lines={sheet.lines} onPasted={sheet.change} />
        <Space wrap>
          <Button onClick={() => sheet.change(sheet.lines.map((line) => ({ ...line, isThere: true })))}>
            全部到场
          </Button>
          <Select<LateReason>
            allowClear
            placeholder="逾期登记的原因"
            aria-label="逾期登记的原因"
            value={lateReasonCode}
            onChange={setLateReason}
            options={lateReasons.map((value) => ({ value, label: wordOf(value) }))}
            style={{ width: 180 }}
          />
        </Space>
        {sheet.lines.length === 0 && <Empty description="服务队还没有成员，请先在志愿者档案中登记入队" />}
        <ul className="sheet" aria-label="签到名单">
          {sheet.lines.map((line) => (
            <Line
              key={line.volunteerId}
              line={line}
              isRecorded={sheet.recorded.has(line.volunteerId)}
              onChange={change}
            />
          ))}
        </ul>
        <div className="sheet-foot">
          <span>
            到场 {there.length} 人，合计 {minutesText(minutes)}；名单共 {open.length} 人待登记
          </span>
          <Button
            type="primary"
            size="large"
            disabled={there.length === 0 || isWrong}
            loading={command.isPending}
            onClick={ask}
          >
            登记签到
          </Button>
        </div>
      </div>
    </Card>
  );
}
