import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readingScopes } from '#libs/access/permissions';
import { reckon, type LeftOut, type Reckoning } from '#libs/counter/hours-at';
import { starSchemeInForce } from '#libs/counter/star.desk';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { Position } from '#libs/event-store/port';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { findStarScheme, starSchemes, type StarScheme } from '#libs/policy/star-scheme';
import { nextStar, starsFor } from '#libs/policy/stars';
import type { Page } from '#libs/projection-engine/paging';
import {
  countByStars,
  starBoard,
  starChanges,
  type StarBoardItem,
  type StarChange,
  type StarCount,
} from '#projections/star-standing/star-board.query';
import { starStandingOf, type PersonAward } from '#projections/star-standing/star-standing.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import {
  Asking,
  day,
  idOf,
  oneOf,
  paging,
  PathId,
  required,
  sorted,
  wholeNumber,
  yesNo,
  type Asked,
} from '../http/asked.js';
import { pageFrom } from '../http/page-from.js';
import { Problem } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const within = idOf<OrganizationId>('只看此党组织及其下级');
const board = {
  ...sorted(['serviceMinutes', 'awardedStars', 'appliedOn', 'name']),
  within,
  awardedStars: wholeNumber('只看已认定此星级的，0 为未认定', 0, 5),
  isUndecided: yesNo('只看申报待决定的'),
};
const dryRun = {
  ...paging,
  within,
  scheme: required(
    oneOf(
      '拟采用的星级标准',
      starSchemes.map(({ id }) => id),
    ),
  ),
  schemeVersion: required(wholeNumber('标准版本', 1, 1000)),
};
const reckoned = { asOf: day('时长截止日期；不填为今天') };
const entries = { ...reckoned, ...paging };

/** A scheme there is, and whether it is the one in force today for the organization asked about. */
interface SchemeItem extends StarScheme {
  readonly isInForce: boolean;
}

/** Why this star: the figures, and how many entries stand behind them. */
interface Why {
  readonly asOfOn: LocalDate;
  readonly position: Position;
  readonly scheme: Pick<StarScheme, 'id' | 'version' | 'issuer' | 'source'>;
  readonly creditedMinutes: number;
  readonly sufficientStars: number;
  readonly missingMinutes: number | null;
  readonly countedEntries: number;
  readonly leftOutEntries: number;
  /** What was awarded, with the record to which it was: two records of one person have each star once. */
  readonly awards: readonly PersonAward[];
}

@ApiTags('星级')
@Controller('api')
export class StarWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('star-board', '星级一览：已认定、够申报、待决定', board)
  async board(
    @Signed() { actor }: SignedIn,
    @Asking(board) { within: asked, ...rest }: Asked<typeof board>,
  ): Promise<Page<StarBoardItem>> {
    const scope = await this.reading.listScope(actor, asked);
    return starBoard(this.house.read, { ...rest, scope, scheme: await this.schemeOf(actor, asked) });
  }

  @Shows('star-board/counts', '各星级的人数', { within })
  async counts(
    @Signed() { actor }: SignedIn,
    @Asking({ within }) asked: Asked<{ within: typeof within }>,
  ): Promise<{ items: readonly StarCount[] }> {
    return { items: await countByStars(this.house.read, { scope: await this.reading.listScope(actor, asked.within) }) };
  }

  @Shows('star-board/schemes', '各种星级标准及其时长，哪一种现行', { within })
  async schemes(
    @Signed() { actor }: SignedIn,
    @Asking({ within }) asked: Asked<{ within: typeof within }>,
  ): Promise<{ items: readonly SchemeItem[] }> {
    await this.reading.listScope(actor, asked.within);
    const inForce = await this.schemeOf(actor, asked.within);
    const isInForce = ({ id, version }: StarScheme): boolean => id === inForce.id && version === inForce.version;
    return { items: starSchemes.map((scheme) => ({ ...scheme, isInForce: isInForce(scheme) })) };
  }

  @Shows('star-board/dry-run', '试算：换用另一种星级标准，谁够申报的星级会变；已认定的不变', dryRun)
  async dryRun(
    @Signed() { actor }: SignedIn,
    @Asking(dryRun) { within: asked, ...rest }: Asked<typeof dryRun>,
  ): Promise<Page<StarChange>> {
    const other = findStarScheme(rest.scheme, rest.schemeVersion);
    if (!other) throw new Problem('not_found', { detail: '没有这一版星级标准。' });
    const scope = await this.reading.listScope(actor, asked);
    return starChanges(this.house.read, { ...rest, scope, other, scheme: await this.schemeOf(actor, asked) });
  }

  @Shows(
    'volunteers/:volunteerId/stars/why',
    '为什么是这个星级：截至某日的时长、适用标准、还差多少；本人可看自己的',
    reckoned,
  )
  async why(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(reckoned) { asOf }: Asked<typeof reckoned>,
  ): Promise<Why> {
    const { counted, leftOut, ...reckoning } = await this.reckoning(actor, volunteerId, asOf);
    const organizationId = await this.reading.found(
      actor,
      volunteerId,
      await organizationOfVolunteer(this.house, volunteerId),
    );
    const scheme = await starSchemeInForce(this.house, organizationId, reckoning.asOfOn);
    const { id, version, issuer, source } = scheme;
    const standing = await starStandingOf(this.house.read, { volunteerId, scope: undefined });
    return {
      ...reckoning,
      scheme: { id, version, issuer, source },
      sufficientStars: starsFor(reckoning.creditedMinutes, scheme),
      missingMinutes: nextStar(reckoning.creditedMinutes, scheme)?.missingMinutes ?? null,
      countedEntries: counted.length,
      leftOutEntries: leftOut.length,
      awards: standing?.awards ?? [],
    };
  }

  @Shows('volunteers/:volunteerId/stars/why/counted', '计入星级的时长记录', entries)
  async counted(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(entries) { asOf, ...asked }: Asked<typeof entries>,
  ): Promise<Page<Reckoning['counted'][number]>> {
    return pageFrom((await this.reckoning(actor, volunteerId, asOf)).counted, asked);
  }

  @Shows('volunteers/:volunteerId/stars/why/left-out', '未计入星级的时长记录及原因', entries)
  async leftOut(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(entries) { asOf, ...asked }: Asked<typeof entries>,
  ): Promise<Page<LeftOut>> {
    return pageFrom((await this.reckoning(actor, volunteerId, asOf)).leftOut, asked);
  }

  /** From the person's own hours in the log: the window only says whether the asker may see them. */
  private async reckoning(
    actor: SignedIn['actor'],
    volunteerId: VolunteerId,
    asOf: LocalDate | undefined,
  ): Promise<Reckoning> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    await this.reading.found(actor, volunteerId, await starStandingOf(this.house.read, { volunteerId, scope }));
    const position = (await this.house.store.head()) as Position;
    return reckon(this.house, volunteerId, { asOfOn: asOf ?? this.reading.today(), position });
  }

  private schemeOf(actor: SignedIn['actor'], asked: OrganizationId | undefined): Promise<StarScheme> {
    const of = asked ?? readingScopes(actor)[0];
    if (of === undefined) throw new Problem('not_allowed', { detail: '您的角色不能查阅台账。' });
    return starSchemeInForce(this.house, of, this.reading.today());
  }
}
