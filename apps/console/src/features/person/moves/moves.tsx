import { Alert, Card, Space } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../../frame/session.js';
import type { Person } from '../record.js';
import { CallBackTransfer, MoveAffiliation, SendTransfer } from './affiliation.js';
import { RecordDeath, RecordRetirement, RetractDeath, Withdraw } from './leaving.js';
import { CeaseMembership, ExtendProbation, RestoreMembership } from './membership.js';
import { Merge, UndoMerge } from './merge.js';
import { ChangeParticulars } from './particulars.js';
import { mayAbout, useStanding, type Standing } from './standing.js';
import { ChoosePrimaryTeam, ClearPrimaryTeam, LeaveTeam } from './teams.js';

interface Of {
  readonly person: Person;
  readonly stands: Standing;
  readonly isOwn: boolean;
}

interface Move {
  readonly command: string;
  /** Whether it can be done with the person as they stand; the API decides in the end. */
  readonly fits: (of: Of) => boolean;
  readonly act: (of: Of) => ReactNode;
}

const isOpen = ({ person: { status } }: Of): boolean => status !== 'DECEASED' && status !== 'MERGED';
const isUnderWay = ({ person: { status } }: Of): boolean =>
  status === 'APPLIED' || status === 'RETURNED' || status === 'APPROVED' || status === 'ENROLLED';
const secondTeams = ({ person, stands }: Of) => stands.teams.filter(({ value }) => value !== person.primaryTeamId);

/** Everything that happens to a person after the enrolment, in groups. */
const groups: readonly { readonly title: string; readonly moves: readonly Move[] }[] = [
  {
    title: '登记事项',
    moves: [
      {
        command: 'ChangeParticulars',
        fits: () => true,
        act: ({ person, isOwn }) => <ChangeParticulars person={person} isOwn={isOwn} />,
      },
    ],
  },
  {
    title: '组织关系',
    moves: [
      {
        command: 'SendAffiliationTransfer',
        fits: ({ stands }) => stands.isMember && !stands.transfer && stands.homeEndedOn === null,
        act: ({ person }) => <SendTransfer person={person} />,
      },
      {
        command: 'CallBackAffiliationTransfer',
        fits: ({ stands }) => Boolean(stands.transfer),
        act: ({ person }) => <CallBackTransfer person={person} />,
      },
      {
        command: 'ReceiveAffiliationTransfer',
        fits: ({ stands }) => Boolean(stands.transfer),
        act: () => <Link to="/review">接收或退回在“审核”办理</Link>,
      },
      {
        command: 'MoveAffiliation',
        fits: (of) => of.stands.homeEndedOn !== null && isUnderWay(of),
        act: ({ person, stands }) => <MoveAffiliation person={person} endedOn={stands.homeEndedOn ?? ''} />,
      },
    ],
  },
  {
    title: '服务队',
    moves: [
      {
        command: 'ChoosePrimaryTeam',
        fits: (of) => of.stands.isEnrolled && secondTeams(of).length > 0,
        act: (of) => <ChoosePrimaryTeam person={of.person} teams={secondTeams(of)} />,
      },
      {
        command: 'ClearPrimaryTeam',
        fits: ({ person, stands }) => stands.isEnrolled && person.primaryTeamId !== null,
        act: ({ person }) => <ClearPrimaryTeam person={person} teamId={person.primaryTeamId ?? ''} />,
      },
      {
        command: 'LeaveTeam',
        fits: ({ stands }) => stands.teams.length > 0,
        act: ({ person, stands }) => <LeaveTeam person={person} teams={stands.teams} />,
      },
    ],
  },
  {
    title: '党籍',
    moves: [
      {
        command: 'ExtendProbation',
        fits: ({ stands }) => stands.isProbationary,
        act: ({ person }) => <ExtendProbation person={person} />,
      },
      {
        command: 'CeaseMembership',
        fits: ({ stands }) => stands.isMember,
        act: ({ person }) => <CeaseMembership person={person} />,
      },
      {
        command: 'RestoreMembership',
        fits: ({ stands }) => stands.isEnrolled && stands.hasCeased,
        act: ({ person }) => <RestoreMembership person={person} />,
      },
    ],
  },
  {
    title: '退休、退出、去世',
    moves: [
      { command: 'RecordRetirement', fits: isOpen, act: ({ person }) => <RecordRetirement person={person} /> },
      {
        command: 'WithdrawVolunteer',
        fits: isUnderWay,
        act: ({ person, isOwn }) => <Withdraw person={person} isOwn={isOwn} />,
      },
      { command: 'RecordDeath', fits: isOpen, act: ({ person }) => <RecordDeath person={person} /> },
      {
        command: 'RetractDeath',
        fits: ({ person }) => person.status === 'DECEASED',
        act: ({ person }) => <RetractDeath person={person} />,
      },
    ],
  },
  {
    title: '重复登记',
    moves: [
      {
        command: 'MergePersons',
        fits: ({ person }) => person.status !== 'MERGED',
        act: ({ person }) => <Merge person={person} />,
      },
      {
        command: 'UndoMerge',
        fits: ({ person }) => person.status === 'MERGED',
        act: ({ person }) => <UndoMerge person={person} />,
      },
    ],
  },
];

/** Whether anything of it is given to whoever looks. */
export const useMayMove = (person: Person): boolean => {
  const me = useMe();
  return groups.some(({ moves }) => moves.some(({ command }) => mayAbout(me, person, command)));
};

/** What moves a person, grouped; only what fits how they stand, for whoever may give it. */
export function Moves({ person, isOwn }: { readonly person: Person; readonly isOwn: boolean }) {
  const me = useMe();
  const stands = useStanding(person);
  const of = { person, stands, isOwn };
  return (
    <section aria-label="办理变动" className="stack">
      {stands.transfer && (
        <Alert
          type="info"
          showIcon
          title={`组织关系已于 ${stands.transfer.sentOn} 转往${stands.transfer.to}，等待对方接收`}
        />
      )}
      <div className="cards">
        {groups.flatMap(({ title, moves }) => {
          const fitting = moves.filter(({ command, fits }) => mayAbout(me, person, command) && fits(of));
          if (fitting.length === 0) return [];
          return (
            <Card key={title} size="small" title={title}>
              <Space wrap>
                {fitting.map(({ command, act }) => (
                  <span key={command}>{act(of)}</span>
                ))}
              </Space>
            </Card>
          );
        })}
      </div>
    </section>
  );
}
