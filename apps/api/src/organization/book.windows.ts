import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganizationId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  entriesOfTeamCount,
  entriesOfVolunteerCount,
  formationLines,
  type FormationLine,
  type FormedTeam,
  type FormedVolunteer,
} from '#projections/formation-summary/formation-summary.query';
import {
  entriesOfRosterSum,
  rosterEntries,
  rosterHead,
  type RosterEntry,
  type RosterHead,
} from '#projections/roster/roster.query';
import {
  entriesOfVolunteerSum,
  teamLines,
  teamRegisterHead,
  type CountedVolunteerLine,
  type TeamLine,
  type TeamRegisterHead,
} from '#projections/team-register/team-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, oneOf, paging, PathId, required, type Asked } from '../http/asked.js';
import { Reading, withoutSealed } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const onDay = { ...paging, on: day('填表日期，默认今天') };
const rosterSum = { ...onDay, sum: required(oneOf('合计项', ['volunteers', 'volunteersWithoutTeam'])) };
const registerSum = { ...onDay, sum: required(oneOf('合计项', ['volunteerCount', 'volunteersWithoutTeam'])) };

interface Place {
  readonly organizationId: OrganizationId;
  readonly scope: readonly OrganizationId[];
}

/** The books that Annexes 2 to 4 are printed from. */
@ApiTags('名册与汇总')
@Controller('api/organizations')
export class BookWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  private async place({ actor }: SignedIn, organizationId: OrganizationId): Promise<Place> {
    return { organizationId, scope: await this.reading.scopeUnder(actor, organizationId) };
  }

  @Shows(':organizationId/roster', '花名册：单位与合计', onDay)
  async rosterHead(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today() }: Asked<typeof onDay>,
  ): Promise<RosterHead> {
    return this.reading.found(
      signed.actor,
      id,
      await rosterHead(this.house.read, { ...(await this.place(signed, id)), on }),
    );
  }

  @Shows(':organizationId/roster/volunteers', '花名册：志愿者；电话只在打印的附件2上', onDay)
  async roster(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<Omit<RosterEntry, 'sealedContact'>>> {
    return withoutSealed(
      await rosterEntries(this.house.read, { ...asked, ...(await this.place(signed, id)), on }),
      'sealedContact',
    );
  }

  @Shows(':organizationId/roster/entries', '花名册合计的明细', rosterSum)
  async rosterSum(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(rosterSum) { on = this.reading.today(), ...asked }: Asked<typeof rosterSum>,
  ): Promise<Page<Omit<RosterEntry, 'sealedContact'>>> {
    return withoutSealed(
      await entriesOfRosterSum(this.house.read, { ...asked, ...(await this.place(signed, id)), on }),
      'sealedContact',
    );
  }

  @Shows(':organizationId/team-register', '登记表：单位与总计', onDay)
  async registerHead(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today() }: Asked<typeof onDay>,
  ): Promise<TeamRegisterHead> {
    return this.reading.found(
      signed.actor,
      id,
      await teamRegisterHead(this.house.read, { ...(await this.place(signed, id)), on }),
    );
  }

  @Shows(':organizationId/team-register/teams', '登记表：服务队', onDay)
  async registerTeams(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<Omit<TeamLine, 'sealedLeaderContact'>>> {
    return withoutSealed(
      await teamLines(this.house.read, { ...asked, ...(await this.place(signed, id)), on }),
      'sealedLeaderContact',
    );
  }

  @Shows(':organizationId/team-register/entries', '登记表总计的明细', registerSum)
  async registerSum(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(registerSum) { on = this.reading.today(), ...asked }: Asked<typeof registerSum>,
  ): Promise<Page<CountedVolunteerLine>> {
    return entriesOfVolunteerSum(this.house.read, { ...asked, ...(await this.place(signed, id)), on });
  }

  @Shows(':organizationId/formation-summary', '组队情况汇总：下级各单位', onDay)
  async formation(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<FormationLine>> {
    const { scope } = await this.place(signed, id);
    return formationLines(this.house.read, { ...asked, scope, on, parentId: id, lineOfAuthorityId: id });
  }

  @Shows(':organizationId/formation-summary/teams', '汇总中本单位队数的明细', onDay)
  async formedTeams(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<FormedTeam>> {
    return entriesOfTeamCount(this.house.read, { ...asked, ...(await this.place(signed, id)), on });
  }

  @Shows(':organizationId/formation-summary/volunteers', '汇总中本单位志愿者数的明细', onDay)
  async formedVolunteers(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<FormedVolunteer>> {
    return entriesOfVolunteerCount(this.house.read, { ...asked, ...(await this.place(signed, id)), on });
  }
}
