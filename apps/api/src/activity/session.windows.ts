import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { policyInForce } from '#libs/counter/policy-in-force';
import { requiredDayWindows } from '#libs/counter/required-day-windows';
import { readingScopes } from '#libs/access/permissions';
import type { Actor } from '#libs/access/actor';
import type { ActivityId, OrganizationId, SessionId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Page } from '#libs/projection-engine/paging';
import { activityInFull } from '#projections/activity-register/activity-register.query';
import { evidence, type EvidenceItem } from '#projections/activity-evidence/activity-evidence.query';
import {
  requiredDayMatrix,
  sessionsOfRequiredDays,
  type RequiredDayItem,
  type RequiredDaySessionItem,
} from '#projections/required-days/required-days.query';
import {
  signUpSessions,
  signUpsOfSession,
  signUpStates,
  type SignUpItem,
  type SignUpSessionItem,
} from '#projections/sign-up-list/sign-up-list.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, oneOf, PathId, required, sorted, wholeNumber, yesNo, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Problem } from '../http/problem.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const signedUp = {
  ...sorted(['place', 'volunteerName', 'checkedInAt']),
  state: oneOf('报名或候补', signUpStates),
};
const shown = sorted(['addedOn', 'evidenceKind', 'usedElsewhere']);
const shownAnywhere = {
  ...shown,
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  reused: yesNo('是否另有活动用了同一文件'),
};
const inYear = { year: required(wholeNumber('年度', 2000, 2200)) };
const matrix = {
  ...sorted(['day', 'organizationName', 'activities']),
  ...inYear,
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  met: yesNo('是否已开展'),
};
const onDays = { ...sorted(['day', 'heldOn', 'title']), ...inYear, day: day('只看此规定日') };

@ApiTags('活动')
@Controller('api/activities/:activityId')
export class SessionWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('sign-ups', '各场次的报名、候补与到场人数')
  async sessions(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
  ): Promise<{ readonly items: readonly SignUpSessionItem[] }> {
    const scope = await this.scopeOf(actor, activityId);
    return { items: await signUpSessions(this.house.read, { activityId, scope }) };
  }

  @Shows('sessions/:sessionId/sign-ups', '报名名单（报名人数的明细）', signedUp)
  async signUps(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @PathId('sessionId') sessionId: SessionId,
    @Asking(signedUp) asked: Asked<typeof signedUp>,
  ): Promise<Page<SignUpItem>> {
    const scope = await this.scopeOf(actor, activityId);
    return signUpsOfSession(this.house.read, { ...asked, sessionId, scope });
  }

  @Shows('evidence', '活动的佐证', shown)
  async evidence(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @Asking(shown) asked: Asked<typeof shown>,
  ): Promise<Page<EvidenceItem>> {
    const scope = await this.scopeOf(actor, activityId);
    return evidence(this.house.read, { ...asked, activityId, scope });
  }

  /** The scope of somebody who may see the activity; else 404. */
  private async scopeOf(actor: Actor, activityId: ActivityId): Promise<readonly OrganizationId[]> {
    const scope = await this.reading.scope(actor);
    await this.reading.found(actor, activityId, await activityInFull(this.house.read, { activityId, scope }));
    return scope;
  }
}

@ApiTags('活动')
@Controller('api/evidence')
export class EvidenceWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '佐证一览，可只看多项活动共用的文件', shownAnywhere)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(shownAnywhere) { within, ...asked }: Asked<typeof shownAnywhere>,
  ): Promise<Page<EvidenceItem>> {
    return evidence(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }
}

@ApiTags('活动')
@Controller('api/required-days')
export class RequiredDayWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '规定日集中服务：各单位是否开展', matrix)
  async matrix(
    @Signed() { actor }: SignedIn,
    @Asking(matrix) { within, year, ...asked }: Asked<typeof matrix>,
  ): Promise<Page<RequiredDayItem>> {
    const scope = await this.reading.listScope(actor, within);
    return requiredDayMatrix(this.house.read, { ...asked, scope, windows: await this.windows(actor, year, within) });
  }

  @Shows(':organizationId', '一个单位在规定日前后开展的活动（明细）', onDays)
  async sessions(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDays) { year, day: only, ...asked }: Asked<typeof onDays>,
  ): Promise<Page<RequiredDaySessionItem>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const windows = await this.windows(actor, year, organizationId);
    const wanted = windows.filter((one) => only === undefined || one.day === only);
    return sessionsOfRequiredDays(this.house.read, { ...asked, windows: wanted, organizationId, scope });
  }

  /** Of the pack in force at the end of the year for the organization asked about, else for the actor's own. */
  private async windows(actor: Actor, year: number, organizationId: OrganizationId | undefined) {
    const of = organizationId ?? readingScopes(actor)[0];
    if (of === undefined) throw new Problem('not_allowed', { detail: '您的角色不能查阅台账。' });
    const { rules } = await policyInForce(this.house, of, `${year}-12-31` as LocalDate);
    return requiredDayWindows(rules, year);
  }
}
