import type { PostId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Assignment } from './assignment.js';
import { joinedOn, volunteerIdOf, type Enrolment } from './enrolment.js';
import type { KnownTeam } from './lookups.js';
import { idOf, later, type PlannedRow } from './plan.js';

export interface LeaderOptions {
  /** 职务 by which the stated leaders belong to the leadership. */
  readonly leaderPost?: string | undefined;
  readonly leaderPostSince?: LocalDate | undefined;
  readonly leaderPostDocument?: string | undefined;
}

interface Leaders {
  readonly rows: readonly PlannedRow[];
  readonly obstacles: readonly string[];
  readonly remarks: readonly string[];
}

interface Listed {
  readonly row: number;
  readonly name: string;
}

/** Z-74: the leader of a team holds a post in the Party organization's leadership on the day of appointment. */
export function leaderRows(
  rows: readonly Listed[],
  { teamOf }: Assignment,
  enrolment: Enrolment,
  options: LeaderOptions,
): Leaders {
  const led = rows.flatMap((listed) => {
    const team = teamOf.get(listed.row);
    return team && team.statedLeader === listed.name ? [{ ...listed, team }] : [];
  });
  const named = new Set(led.map(({ team }) => team.teamId));
  // Two of the stated name in one team: which of them leads, only a person can say.
  const clear = led.filter(({ team }) => led.filter((one) => one.team.teamId === team.teamId).length === 1);
  const { leaderPost } = options;
  if (leaderPost === undefined)
    return { rows: [], obstacles: postless(options), remarks: named.size === 0 ? [] : [withoutPost(named.size)] };
  return {
    rows: clear.map(({ row, team }) => leaderRow(row, team, enrolment, { ...options, leaderPost })),
    obstacles: [],
    remarks: [
      `将登记 ${clear.length} 名负责人的领导班子职务“${leaderPost}”，并任命为队长（${clear.map(({ name, team }) => `${team.name}：${name}`).join('；')}）。`,
    ],
  };
}

const postless = ({ leaderPostSince, leaderPostDocument }: LeaderOptions): string[] =>
  leaderPostSince === undefined && leaderPostDocument === undefined
    ? []
    : ['写了任职日期或任职文件，而没有写职务：请加 --leader-post <职务>。'];

const withoutPost = (count: number): string =>
  `登记表上的 ${count} 名负责人这次不任命为队长：队长须是领导班子成员。请加 --leader-post <职务>（可附 --leader-post-since、--leader-post-document），或以后先登记任职、再任命队长。`;

function leaderRow(
  row: number,
  team: KnownTeam,
  enrolment: Enrolment,
  { leaderPost, leaderPostSince, leaderPostDocument }: LeaderOptions & { readonly leaderPost: string },
): PlannedRow {
  const { batchId, organizationId, enrolledOn } = enrolment;
  const volunteerId = volunteerIdOf(batchId, row);
  const assumedOn = leaderPostSince ?? enrolledOn;
  const post = {
    organizationId,
    postId: idOf<PostId>(batchId, `post/${row}`),
    volunteerId,
    assumedOn,
    postName: leaderPost,
    ...(leaderPostDocument === undefined ? {} : { document: leaderPostDocument }),
  };
  const appointedOn = later(assumedOn, joinedOn(enrolment, team));
  return {
    key: `leader/${row}`,
    subject: 'LEADER',
    rows: [row],
    steps: [
      { name: 'assume', command: { type: 'AssumeLeadershipPost', data: post } },
      {
        name: 'appoint',
        command: { type: 'AppointTeamLeader', data: { teamId: team.teamId, volunteerId, appointedOn } },
      },
    ],
  };
}
