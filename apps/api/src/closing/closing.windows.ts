import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accountNames } from '#libs/access/account-names';
import type { Actor } from '#libs/access/actor';
import { restingPapers } from '#libs/books/resting-papers';
import { closedBook, type ClosedBook } from '#libs/counter/closed-book';
import { wholeTrialBalance, type WholeTrialBalance } from '#libs/counter/trial-balance';
import type { Position } from '#libs/event-store/port';
import type { OrganizationId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import { breakKinds, breaksOf, type Break } from '#projections/year-book/trial-balance.query';
import type { RestingPaper } from '#projections/year-book/papers.query';
import type { YearBook } from '#projections/year-book/year-book.entity';
import {
  bookLines,
  bookTotals,
  bridgeOf,
  closingProgress,
  yearBookOf,
  type BookLine,
  type BookTotals,
  type BridgeLine,
  type ClosedAsked,
  type ClosingProgress,
} from '#projections/year-book/year-book.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, oneOf, paging, PathId, PathYear, sorted, yesNo, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const broken = { ...sorted(['kind', 'name', 'servedOn']), kind: oneOf('不平之处的种类', breakKinds) };
const resting = { ...paging, told: yesNo('接收人是否已告知') };
const lines = sorted(['name', 'minutesAsClosed', 'minutesAsKnown']);

interface OwnedBreak extends Break {
  /** Of the account that attested the entry. */
  readonly responsibleName: string | null;
}

@ApiTags('年结')
@Controller('api/books/:organizationId/:year')
export class ClosingWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '一个党组织一年的账：年结的状态、数字，以及逐人结账的进度')
  async book(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
  ): Promise<{ readonly book: YearBook | null; readonly progress: ClosingProgress }> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const book = (await yearBookOf(this.house.read, { organizationId, year })) ?? null;
    return { book, progress: await closingProgress(this.house.read, { scope, year }) };
  }

  @Shows('trial-balance', '试算：个人方、活动方、队伍方，不平之处的数量，附件2、3、4 不一致的党组织')
  async trialBalance(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
  ): Promise<WholeTrialBalance> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    return wholeTrialBalance(this.house, { scope, year });
  }

  @Shows('trial-balance/breaks', '不平之处，逐处点名应处理的党组织和确认人', broken)
  async breaks(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(broken) asked: Asked<typeof broken>,
  ): Promise<Page<OwnedBreak>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const page = await breaksOf(this.house.read, { ...asked, scope, year });
    const names = await accountNames(
      this.house.main.manager,
      page.items.map(({ responsibleBy }) => responsibleBy),
    );
    const owned = (one: Break): OwnedBreak => ({
      ...one,
      responsibleName: (one.responsibleBy && names.get(one.responsibleBy)) ?? null,
    });
    return { ...page, items: page.items.map(owned) };
  }

  @Shows('closed-book', '已结的账册，从各人的台账重新折叠到年结的位置，每次相同')
  async closed(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
  ): Promise<ClosedBook> {
    const { position } = await this.asClosed(actor, organizationId, year);
    return closedBook(this.house, { organizationId, year, position });
  }

  @Shows('totals', '年结时的数字与现在所知的数字')
  async totals(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
  ): Promise<BookTotals> {
    return bookTotals(this.house.read, await this.asClosed(actor, organizationId, year));
  }

  @Shows('lines', '逐人：年结时与现在所知', lines)
  async lines(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(lines) asked: Asked<typeof lines>,
  ): Promise<Page<BookLine>> {
    return bookLines(this.house.read, { ...asked, ...(await this.asClosed(actor, organizationId, year)) });
  }

  @Shows('bridge', '从年结时到现在所知，逐条列出不同的时长记录', paging)
  async bridge(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<BridgeLine>> {
    return bridgeOf(this.house.read, { ...asked, ...(await this.asClosed(actor, organizationId, year)) });
  }

  @Shows('papers', '受影响的文书：依据了年结后调整或认定虚报的时长的证明、评议、星级、账册，接收人是否已告知', resting)
  async papers(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(resting) asked: Asked<typeof resting>,
  ): Promise<Page<RestingPaper>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    return restingPapers(this.house, { ...asked, scope, year });
  }

  /** Provisionally or for good; 404 where nothing was closed. */
  private async asClosed(actor: Actor, organizationId: OrganizationId, year: number): Promise<ClosedAsked> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const book = await this.reading.found(
      actor,
      organizationId,
      await yearBookOf(this.house.read, { organizationId, year }),
    );
    return { scope, year, position: this.house.store.here(book.position as Position) };
  }
}
