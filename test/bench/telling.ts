import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { eventCatalogue } from '#libs/house/catalogue';
import { openHouseOn, type Databases, type House } from '#libs/house/house';
import { hoursStream } from '#libs/hours/hours.events';
import type { Receipt } from '#libs/event-store/ledger';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent, EventOf } from '#libs/kernel/event';
import type { AccountId, CommandId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { Place } from './place.js';

export type GivenEvent = EventOf<typeof eventCatalogue>;
type Said = Message<'Say', readonly GivenEvent[]>;

const emitsWhatItIsTold: Decider<null, Said, GivenEvent, AnyEvent, never> = {
  initial: null,
  evolve: (state) => state,
  decide: ({ data }) => data,
};

export const account = randomUUID() as AccountId;
export const organization = randomUUID() as OrganizationId;
export const team = randomUUID() as TeamId;
export const newId = <T extends string>(): T => randomUUID() as T;
export const day = (n: number): LocalDate => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10) as LocalDate;
export const clock = (minutes: number): TimeOfDay =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as TimeOfDay;

/** All rooms of the product on databases of the place, as `npm start` opens them; the follower stands still. */
export async function openBenchHouse(
  place: Place,
  name: string,
): Promise<{ house: House; databases: Databases; dataDir: string }> {
  const databases = await place.database(name);
  const dataDir = path.join(place.dataDir, `house-${name}`);
  await mkdir(dataDir);
  return { house: await openHouseOn(databases, { dataDir, env: {} }), databases, dataDir };
}

/** Writes facts as the ledger does, without the rules that would refuse them. */
export const tell = (
  { ledger }: Pick<House, 'ledger'>,
  stream: string,
  events: readonly GivenEvent[],
): Promise<Receipt> =>
  ledger.run(emitsWhatItIsTold, {
    stream,
    command: { type: 'Say', data: events },
    context: { commandId: newId<CommandId>(), by: account, org: organization },
    facts: () => Promise.resolve(undefined),
  });

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎',
];
const given = [...'建国军明华志强平红英丽芳秀文玉兰春梅海燕晓东新生永福安宁德才学礼思远清源'];

/** A made-up name of three signs; 100,000 people have some 75,000 different ones. */
const nameOf = (n: number): string =>
  [surnames[n % surnames.length], given[Math.floor(n / 48) % given.length], given[(n * 7) % given.length]].join('');

/** A Party organization and a team of it. */
export interface Body {
  readonly organization: OrganizationId;
  readonly team: TeamId;
}

/** Application to enrolment of one made-up person: four events in the person's stream. */
export function enrolment(
  volunteerId: VolunteerId,
  n: number,
  { organization: organizationId, team: teamId }: Body = { organization, team },
): GivenEvent[] {
  return [
    {
      type: 'ApplicationSubmitted',
      data: {
        volunteerId,
        organizationId,
        participantKind: 'FULL_MEMBER',
        submittedOn: day(0),
        source: 'SHEET_IMPORT',
        onBehalf: 'RECORDER',
        consents: ['REGISTRATION'],
        doubts: [],
        name: nameOf(n),
        sex: '1',
        birthDate: '1980-05',
        ethnicity: '01',
        education: '21',
        workUnit: '示例市图书馆',
        politicalStatus: '01',
        joinedPartyOn: '2005-07-01',
        mobiles: ['13800000000'],
        skills: '会急救，会修家用电器',
      },
    },
    {
      type: 'ApplicationApproved',
      data: { volunteerId, organizationId, approvedOn: day(1), basis: 'BRANCH_MEETING' },
    },
    {
      type: 'VolunteerEnrolled',
      data: {
        volunteerId,
        organizationId,
        volunteerNumber: String(2_026_000_000 + n),
        enrolledOn: day(2),
      },
    },
    { type: 'PrimaryTeamChosen', data: { volunteerId, teamId, chosenOn: day(3) } },
  ];
}

export function credit(volunteerId: VolunteerId, n: number): GivenEvent {
  return {
    type: 'ServiceHoursCredited',
    data: {
      volunteerId,
      entryId: newId(),
      kind: 'SESSION',
      activityId: newId(),
      sessionId: newId(),
      organizationId: organization,
      teamId: team,
      servedOn: day(n % 365),
      startsAt: clock(540),
      endsAt: clock(660),
      serviceMinutes: 120 as Minutes,
      provenance: 'WITNESSED',
      recordedBy: account,
      recordedOn: day(n % 365),
      attestedBy: newId(),
      attestedOn: day(n % 365),
      dueOn: day(n % 365),
      dueProvisional: false,
      late: false,
    },
  };
}

/** A person with `events` entries in two streams, found by the index that the history reads. */
export async function volunteerWith(house: House, events: number): Promise<VolunteerId> {
  const volunteerId = newId<VolunteerId>();
  const enrolled = enrolment(volunteerId, 1);
  await tell(house, volunteerStream(volunteerId), enrolled);
  for (let n = enrolled.length; n < events; n++)
    await tell(house, hoursStream(volunteerId, 2026), [credit(volunteerId, n)]);
  await house.engine.catchUp();
  return volunteerId;
}
