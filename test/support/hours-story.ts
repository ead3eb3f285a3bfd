import { randomUUID } from 'node:crypto';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory, type Answer } from './branch-story.js';

/** One line of a sheet: from when, how long, who. */
export interface Sheet {
  readonly on: string;
  /** The day on which somebody types it in; the day itself unless told. */
  readonly typedOn?: string;
  readonly startsAt: string;
  readonly endsOn?: string;
  readonly minutes: number;
  readonly lateReasonCode?: string;
  readonly people: readonly VolunteerId[];
}

/** A branch with two volunteers, and what happens to their hours. */
export class HoursStory {
  private constructor(
    readonly branch: BranchStory,
    readonly wang: VolunteerId,
    readonly li: VolunteerId,
  ) {}

  static async open(): Promise<HoursStory> {
    const branch = await BranchStory.open();
    return new HoursStory(
      branch,
      await branch.enrol('王示例', '2026-01-06'),
      await branch.enrol('李示例', '2026-01-06'),
    );
  }

  /** Recorded by one and attested by another on the day it is typed in. Answers the entry of each. */
  async sheet({
    on,
    typedOn = on,
    startsAt,
    endsOn,
    minutes,
    lateReasonCode,
    people,
  }: Sheet): Promise<readonly string[]> {
    const { branch } = this;
    await branch.day(typedOn);
    const [activityId, sessionId] = [randomUUID(), randomUUID()];
    const session = `/api/activities/${activityId}/sessions/${sessionId}`;
    await branch.say('RECORDER', '/api/activities', {
      ...{
        activityId,
        organizationId: branch.branch,
        teamIds: [branch.team],
        title: '社区集中服务',
        place: '示例社区',
      },
      ...{ content: '义诊', responsiblePerson: '示例队长', theme: 'CARE_PEOPLE' },
    });
    await branch.say('RECORDER', `/api/activities/${activityId}/sessions`, {
      ...{ sessionId, heldOn: on, startsAt: '00:00', endsAt: endsOn ? '12:00' : '24:00' },
      ...(endsOn ? { endsOn } : {}),
    });
    const attendances = people.map((volunteerId) => ({
      ...{ volunteerId, entryId: randomUUID(), teamId: branch.team, startsAt, serviceMinutes: minutes },
    }));
    await branch.say('RECORDER', `${session}/attendances`, {
      ...{ provenance: 'WITNESSED', attendances },
      ...(people.length > 1 ? { sheetId: await branch.paper(activityId) } : {}),
      ...(lateReasonCode ? { lateReasonCode } : {}),
    });
    await branch.say('TEAM_LEADER', `${session}/attestation`, {});
    return attendances.map(({ entryId }) => entryId);
  }

  /** A good deed, a visit, station duty, external or brought-forward hours of Wang: entered by the recorder. */
  claim(
    entryId: string,
    given: Readonly<Record<string, unknown>>,
    expected = 201,
  ): Promise<{ body: { refusal?: string } }> {
    const claim = {
      ...{ volunteerId: this.wang, entryId, organizationId: this.branch.branch, kind: 'INDIVIDUAL' },
      ...{ startsAt: '09:00', endsAt: '10:00', serviceMinutes: 60, provenance: 'WITNESSED' },
      ...{ content: '为邻居老人买药', inWorkingTime: false, ownDuties: false, rewarded: false },
      ...given,
    };
    return this.branch.say('RECORDER', '/api/hours', claim, expected);
  }

  /** Where an act upon an entry is sent. */
  at(entryId: string, act: string, year = 2026, whose = this.wang): string {
    return `/api/hours/${whose}/${year}/${entryId}/${act}`;
  }

  entries(whose = this.wang, year = 2026): Promise<Answer> {
    return this.branch.ask(`/api/volunteers/${whose}/years/${year}/entries`);
  }

  async entry(entryId: string, whose = this.wang, year = 2026): Promise<Readonly<Record<string, unknown>> | undefined> {
    return (await this.entries(whose, year)).items.find((one) => one['entryId'] === entryId);
  }

  /** What counts, in minutes; the entries shown add up to it. */
  async counted(whose = this.wang, year = 2026): Promise<number> {
    const { items } = await this.entries(whose, year);
    const sum = items.reduce((all, { countedMinutes }) => all + Number(countedMinutes), 0);
    const { serviceMinutes } = await this.branch.ask(`/api/volunteers/${whose}/years/${year}`);
    if (serviceMinutes !== sum) throw new Error(`the year says ${String(serviceMinutes)}, its entries ${sum}`);
    return sum;
  }

  waiting(state: 'recorded' | 'held' | 'conflicted'): Promise<Answer> {
    return this.branch.ask(`/api/hours/waiting?state=${state}`);
  }

  close(): Promise<void> {
    return this.branch.close();
  }
}
