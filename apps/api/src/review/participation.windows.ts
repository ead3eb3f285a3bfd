import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readingScopes } from '#libs/access/permissions';
import { policyInForce } from '#libs/counter/policy-in-force';
import type { OrganizationId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { PolicyRules } from '#libs/policy/policy-pack';
import type { Page } from '#libs/projection-engine/paging';
import { reminderCandidates, type ReminderCandidate } from '#projections/participation/reminders.query';
import {
  exemptedPeople,
  shortfall,
  type ExemptedItem,
  type ShortfallItem,
} from '#projections/participation/shortfall.query';
import { entriesOfSpike, spike, type Spike, type SpikeEntry } from '#projections/participation/spike.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, oneOf, paging, PathYear, required, sorted, yesNo, type Asked } from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const within = idOf<OrganizationId>('只看此党组织及其下级');
const lookedOn = day('查看日期；不填为今天');
const behind = {
  ...sorted(['missingMinutes', 'serviceMinutes', 'projectedMinutes', 'name']),
  within,
  on: lookedOn,
  willMiss: yesNo('只看照此进度年底仍达不到的'),
};
const relieved = { ...paging, within, on: lookedOn };
const reminders = {
  ...paging,
  within,
  half: required(oneOf('半年：1 为上半年，2 为下半年', ['1', '2'])),
  isTalkDue: yesNo('只看还没有谈话记录的'),
};
const month = required(oneOf('月份：6 为半年末，12 为年末', ['6', '12']));
const peaks = { within, month };
const peakEntries = { ...paging, ...peaks, day: day('只看这一天；不填为最后十天') };

type Actor = SignedIn['actor'];

/** Who is behind while there is time. Lists for people to act on: nothing here decides anything about anybody. */
@ApiTags('参与情况')
@Controller('api')
export class ParticipationWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('shortfall', '到这一天还没有达到全年时长的志愿者，不含已免除的；还来得及', behind)
  async shortfall(
    @Signed() { actor }: SignedIn,
    @Asking(behind) { within: asked, on = this.reading.today(), ...rest }: Asked<typeof behind>,
  ): Promise<Page<ShortfallItem>> {
    const scope = await this.reading.listScope(actor, asked);
    const rules = await this.rules(actor, yearOf(on), asked);
    const targetMinutes = rules.volunteerServiceMinutesPerYearMin?.value;
    if (targetMinutes === undefined) throw new Problem('not_found', { detail: '现行规则包没有规定年度时长。' });
    const isProRata = rules.volunteerTargetBasis.value === 'PRO_RATA';
    return shortfall(this.house.read, { ...rest, on, targetMinutes, isProRata, scope });
  }

  @Shows('exemptions', '这一天被免除时长要求的志愿者；事由只在本人记录中', relieved)
  async exempted(
    @Signed() { actor }: SignedIn,
    @Asking(relieved) { within: asked, on = this.reading.today(), ...rest }: Asked<typeof relieved>,
  ): Promise<Page<ExemptedItem>> {
    return exemptedPeople(this.house.read, { ...rest, on, scope: await this.reading.listScope(actor, asked) });
  }

  @Shows('reminders/:year', '可考虑提醒教育的志愿者：是否谈话由人决定', reminders)
  async reminders(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(reminders) { within: asked, half: given, ...rest }: Asked<typeof reminders>,
  ): Promise<Page<ReminderCandidate>> {
    const scope = await this.reading.listScope(actor, asked);
    const half = given === '1' ? 1 : 2;
    const minutesMin = minutesBy(half, await this.rules(actor, year, asked));
    return reminderCandidates(this.house.read, { ...rest, year, half, minutesMin, scope });
  }

  @Shows('spikes/:year', '半年末、年末最后十天的时长与达标人数，连同申报时长', peaks)
  async spike(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(peaks) { within: asked, month: given }: Asked<typeof peaks>,
  ): Promise<Spike> {
    const scope = await this.reading.listScope(actor, asked);
    const half = given === '6' ? 1 : 2;
    const minutesMin = minutesBy(half, await this.rules(actor, year, asked));
    return spike(this.house.read, { year, month: half === 1 ? 6 : 12, minutesMin, scope });
  }

  @Shows('spikes/:year/entries', '最后十天或某一天的时长记录', peakEntries)
  async spikeEntries(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(peakEntries) { within: asked, month: given, ...rest }: Asked<typeof peakEntries>,
  ): Promise<Page<SpikeEntry>> {
    const scope = await this.reading.listScope(actor, asked);
    return entriesOfSpike(this.house.read, { ...rest, year, month: given === '6' ? 6 : 12, scope });
  }

  /** Of the rules in force at the end of the year, for the organization asked or the actor's own. */
  private async rules(actor: Actor, year: number, asked: OrganizationId | undefined): Promise<PolicyRules> {
    const of = asked ?? readingScopes(actor)[0];
    if (of === undefined) throw new Problem('not_allowed', { detail: '您的角色不能查阅台账。' });
    return (await policyInForce(this.house, of, `${year}-12-31` as LocalDate)).rules;
  }
}

const minutesBy = (half: 1 | 2, rules: PolicyRules): number | null =>
  (half === 1 ? rules.volunteerServiceMinutesAtMidYearMin : rules.volunteerServiceMinutesPerYearMin)?.value ?? null;
