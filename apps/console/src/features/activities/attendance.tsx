import { Alert, App, Button, Card, Checkbox, Empty, Input, Select, Space, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useGive } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { wordOf } from '../../parts/ledger-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { hoursText } from '../../parts/typed-times.js';
import { minutesText } from '../../parts/words.js';
import { AlreadyRecorded } from './already-recorded.js';
import { paste, servedSpan, type SheetLine } from './pasted.js';
import { SignInSheet, useSignInSheet } from './sign-in-sheet.js';
import { useSheet, type Recorded, type Sheet } from './use-sheet.js';

const attendancePath = '/api/activities/{activityId}/sessions/{sessionId}/attendances';
const lateReasons = ['PAPER_SHEET_DELAYED', 'EMERGENCY', 'SYSTEM_UNAVAILABLE', 'OTHER'] as const;
type LateReason = (typeof lateReasons)[number];

interface LineProps {
  readonly line: SheetLine;
  readonly session: Sheet['session'];
  readonly recorded: Recorded | undefined;
  readonly onChange: (line: SheetLine) => void;
}

/** Somebody who is ticked now, with their own times. */
function TimesOf({ line, session, onChange }: Omit<LineProps, 'recorded'>) {
  const { minutes, servedOn } = servedSpan(line, session);
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
    <Space wrap>
      {session && servedOn > session.heldOn && <Tag>次日</Tag>}
      {timeOf('startsAt', '开始')}
      {timeOf('endsAt', '结束')}
      <span className={minutes > 0 ? undefined : 'fault'}>{minutes > 0 ? minutesText(minutes) : '结束须晚于开始'}</span>
    </Space>
  );
}

function Line({ line, session, recorded, onChange }: LineProps) {
  return (
    <li className="sheet-line">
      <Checkbox
        checked={line.isThere || recorded !== undefined}
        disabled={recorded !== undefined}
        onChange={({ target }) => onChange({ ...line, isThere: target.checked })}
      >
        <strong>{line.name}</strong> <span style={{ color: '#595959' }}>{line.volunteerNumber}</span>
      </Checkbox>
      {recorded && <AlreadyRecorded recorded={recorded} name={line.name} />}
      {!recorded && line.isThere && <TimesOf line={line} session={session} onChange={onChange} />}
    </li>
  );
}

/** Lines copied out of Excel; what does not fit is said at once, line by line. */
function PasteBox({
  lines,
  session,
  onPasted,
}: {
  readonly lines: readonly SheetLine[];
  readonly session: Sheet['session'];
  readonly onPasted: (lines: readonly SheetLine[]) => void;
}) {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = (text: string): void => {
    const read = paste(text, lines, session);
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

/** The lines as the command takes them: a line keeps its entry's id, so that a second try is the same act. */
function useLines({ lines, session, recorded }: Sheet) {
  const entries = useRef(new Map<string, string>());
  const there = lines
    .filter((line) => line.isThere && !recorded.has(line.volunteerId))
    .map((line) => ({ ...line, ...servedSpan(line, session) }));
  const entryOf = (volunteerId: string): string => {
    const id = entries.current.get(volunteerId) ?? newId();
    entries.current.set(volunteerId, id);
    return id;
  };
  return {
    count: there.length,
    open: lines.filter(({ volunteerId }) => !recorded.has(volunteerId)).length,
    minutes: there.reduce((sum, line) => sum + line.minutes, 0),
    isWrong: there.some(({ minutes }) => minutes <= 0),
    given: () =>
      there.map(({ volunteerId, teamId, servedOn, startsAt, endsOn, endsAt, minutes }) => ({
        ...{ volunteerId, servedOn, startsAt, endsOn, endsAt, serviceMinutes: minutes },
        ...(teamId ? { teamId } : {}),
        entryId: entryOf(volunteerId),
      })),
  };
}

/** Who was there: ticked on a phone, typed at a desk or pasted; another person confirms it. */
export default function Attendance() {
  const { activityId = '', sessionId = '' } = useParams();
  const sheet = useSheet(activityId, sessionId);
  const { session } = sheet;
  const lines = useLines(sheet);
  const paper = useSignInSheet(activityId);
  const [lateReasonCode, setLateReason] = useState<LateReason | undefined>();
  const command = useGive(attendancePath, '登记签到');
  const { modal } = App.useApp();
  const go = useNavigate();

  const change = (line: SheetLine): void =>
    sheet.change(sheet.lines.map((one) => (one.volunteerId === line.volunteerId ? line : one)));
  const save = async (): Promise<void> => {
    const body = {
      ...{ provenance: 'WITNESSED' as const, attendances: lines.given() },
      ...(lateReasonCode ? { lateReasonCode } : {}),
      ...(paper.sheetId ? { sheetId: paper.sheetId } : {}),
    };
    await command.mutateAsync({ path: { activityId, sessionId }, body });
    void go(`/activities/${activityId}`);
  };
  const ask = (): void =>
    void modal.confirm({
      title: `将登记 ${lines.count} 人，合计 ${minutesText(lines.minutes)}`,
      content: '登记后由队长或审批人确认，时长才会计入。登记人不能自己确认。',
      okText: '登记',
      cancelText: '再看看',
      onOk: () => save().catch(() => undefined),
    });

  if (sheet.error) return <ProblemAlert error={sheet.error} />;
  return (
    <Card
      size="small"
      title={`${sheet.activity?.title ?? ''}　${session ? `${session.heldOn} ${hoursText(session)}` : ''}`}
      style={{ maxWidth: 760 }}
    >
      <div className="stack">
        <ProblemAlert error={command.error} />
        <PasteBox lines={sheet.lines} session={session} onPasted={sheet.change} />
        <Space wrap>
          <Button
            disabled={lines.open === 0}
            onClick={() => sheet.change(sheet.lines.map((line) => ({ ...line, isThere: true })))}
          >
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
          <SignInSheet activityId={activityId} paper={paper} isNeeded={lines.count > 1} />
        </Space>
        {sheet.lines.length === 0 && <Empty description="服务队还没有成员，请先在志愿者档案中登记入队" />}
        <ul className="sheet" aria-label="签到名单">
          {sheet.lines.map((line) => (
            <Line
              key={line.volunteerId}
              line={line}
              session={session}
              recorded={sheet.recorded.get(line.volunteerId)}
              onChange={change}
            />
          ))}
        </ul>
        <div className="sheet-foot">
          <span>
            到场 {lines.count} 人，合计 {minutesText(lines.minutes)}；名单共 {lines.open} 人待登记
          </span>
          <Button
            type="primary"
            size="large"
            disabled={lines.count === 0 || lines.isWrong}
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
