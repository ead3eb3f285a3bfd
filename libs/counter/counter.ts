import { activityCommands, type ActivityCommand } from '#libs/activity/activity.commands';
import { annualPlanCommands, type AnnualPlanCommand } from '#libs/annual-plan/annual-plan.commands';
import { breachCommands, type BreachCommand } from '#libs/breach/breach.commands';
import type { Actor } from '#libs/access/actor';
import { mayCommand } from '#libs/access/permissions';
import { closingCommands, type ClosingCommand } from '#libs/closing/closing.commands';
import { yearCloseCommands, type YearCloseCommand } from '#libs/hours/year-close.commands';
import { correctionNoticeCommands, type CorrectionNoticeCommand } from '#libs/correction-notice/correction-notice.commands';
import { certificateCommands, type CertificateCommand } from '#libs/certificate/certificate.commands';
import type { Context, Receipt } from '#libs/event-store/ledger';
import { erasureCommands, type ErasureCommand } from '#libs/erasure/erasure.commands';
import { hoursCommands, type HoursCommand } from '#libs/hours/hours.commands';
import type { Message } from '#libs/kernel/decider';
import type { BatchId, CommandId } from '#libs/kernel/ids';
import {
  organizationCommands,
  registryCommands,
  type OrganizationCommand,
} from '#libs/organization/organization.commands';
import { dutiesCommands, type DutiesCommand } from '#libs/review/duties.commands';
import { quotaCommands, type QuotaCommand } from '#libs/review/quota.commands';
import { reviewCommands, type ReviewCommand } from '#libs/review/review.commands';
import { unitReviewCommands, type UnitReviewCommand } from '#libs/review/unit-review.commands';
import { starCommands, starSchemeCommands, type StarCommand, type StarSchemeCommand } from '#libs/star/star.commands';
import { teamCommands, type TeamCommand } from '#libs/team/team.commands';
import { personCommands, volunteerCommands, type VolunteerCommand } from '#libs/volunteer/volunteer.commands';
import { closingDesk } from './closing.desk.js';
import { yearCloseDesk } from './year-close.desk.js';
import { breachDesk } from './breach.desk.js';
import { correctionNoticeDesk } from './correction-notice.desk.js';
import { certificateDesk } from './certificate.desk.js';
import { activityDesk } from './activity.desk.js';
import { annualPlanDesk } from './annual-plan.desk.js';
import type { About, CounterParts, Desk } from './desk.js';
import { dutiesDesk } from './duties.desk.js';
import { erasureDesk } from './erasure.desk.js';
import { hoursDesk } from './hours.desk.js';
import { organizationDesk, successorOf } from './organization.desk.js';
import { quotaDesk } from './quota.desk.js';
import { reviewDesk } from './review.desk.js';
import { starDesk, starSchemeDesk } from './star.desk.js';
import { successionCommands, successionDesk } from './succession.desk.js';
import { teamDesk } from './team.desk.js';
import { unitReviewDesk } from './unit-review.desk.js';
import { volunteerDesk } from './volunteer.desk.js';

export type AnyCommand =
  | OrganizationCommand
  | VolunteerCommand
  | TeamCommand
  | ActivityCommand
  | AnnualPlanCommand
  | HoursCommand
  | ReviewCommand
  | QuotaCommand
  | DutiesCommand
  | UnitReviewCommand
  | StarCommand
  | StarSchemeCommand
  | CertificateCommand
  | ClosingCommand
  | YearCloseCommand
  | CorrectionNoticeCommand
  | BreachCommand
  | ErasureCommand;

/** The actor may not give this command, or what it names does not exist for them. */
export class NotAllowed extends Error {
  constructor(readonly why: 'role_missing' | 'other_line' | 'out_of_scope' | 'not_found') {
    super(why);
  }
}

/** The one place where commands are taken: permission, facts from other streams, then the ledger. */
export class Counter {
  private readonly desks: ReadonlyMap<string, Desk<Message<string, unknown>>>;

  constructor(private readonly parts: CounterParts) {
    const slices: readonly [Readonly<Record<string, unknown>>, unknown][] = [
      [organizationCommands, organizationDesk(parts)],
      [successionCommands, successionDesk(parts)],
      [volunteerCommands, volunteerDesk(parts)],
      [teamCommands, teamDesk(parts)],
      [activityCommands, activityDesk(parts)],
      [annualPlanCommands, annualPlanDesk(parts)],
      [hoursCommands, hoursDesk(parts)],
      [reviewCommands, reviewDesk(parts)],
      [quotaCommands, quotaDesk(parts)],
      [dutiesCommands, dutiesDesk(parts)],
      [unitReviewCommands, unitReviewDesk(parts)],
      [starCommands, starDesk(parts)],
      [starSchemeCommands, starSchemeDesk(parts)],
      [certificateCommands, certificateDesk(parts)],
      [closingCommands, closingDesk(parts)],
      [yearCloseCommands, yearCloseDesk(parts)],
      [correctionNoticeCommands, correctionNoticeDesk(parts)],
      [breachCommands, breachDesk(parts)],
      [erasureCommands, erasureDesk(parts)],
    ];
    this.tree = parts.tree;
    // Each desk was typed for its own commands; the map gives it no others.
    this.desks = new Map(
      slices.flatMap(([commands, desk]) =>
        Object.keys(commands).map((type) => [type, desk as Desk<Message<string, unknown>>]),
      ),
    );
  }

  private readonly tree: CounterParts['tree'];

  /**
   * A command of a signed-in person. The same command id twice gives the same receipt.
   * Throws NotAllowed, Refused and the ledger's errors.
   */
  async submit(
    actor: Actor,
    command: AnyCommand,
    asked: { readonly commandId: CommandId; readonly batch?: BatchId },
  ): Promise<Receipt> {
    const about = await this.assertMay(actor, command);
    const { accountId: by, volunteerId: byVolunteer } = actor;
    const context = { ...asked, by, org: about.organizationId, ...(byVolunteer ? { byVolunteer } : {}) };
    return this.desk(command).perform(command, context);
  }

  /** What the command is about, for somebody who may give it. Throws NotAllowed. */
  async assertMay(actor: Actor, command: AnyCommand): Promise<About> {
    const about = await this.desk(command).about(command);
    if (!about) throw new NotAllowed('not_found');
    for (const organizationId of [about.organizationId, ...(about.alsoIn ?? [])])
      await this.assertMayIn(actor, command, { ...about, organizationId });
    return about;
  }

  private async assertMayIn(actor: Actor, { type }: AnyCommand, about: About): Promise<void> {
    const ancestry = await this.tree.reportingLine(about.organizationId);
    if (ancestry.length === 0) throw new NotAllowed('not_found');
    const verdict = mayCommand(actor, type, { ...about, ancestry });
    if (verdict === 'allowed') return;
    // F-21: what an ended body left undone, the one that answers for its records goes on with.
    const successorId =
      verdict === 'out_of_scope' ? await successorOf(this.parts, about.organizationId) : about.organizationId;
    if (successorId === about.organizationId) {
      // F-44: whoever stands on the other line sees it, and is told why nothing follows.
      const byBoth = mayCommand(actor, type, { ...about, ancestry: await this.tree.ancestry(about.organizationId) });
      throw new NotAllowed(byBoth === 'allowed' ? 'other_line' : verdict);
    }
    const verdictThere = mayCommand(actor, type, { ...about, ancestry: await this.tree.reportingLine(successorId) });
    if (verdictThere !== 'allowed') throw new NotAllowed(verdictThere);
  }

  /** The same without a permission: for reactions, which follow from what was permitted, and for set-up. */
  perform(command: Message<string, unknown>, context: Context): Promise<Receipt> {
    return this.desk(command).perform(command, context);
  }

  private desk(command: Message<string, unknown>): Desk<Message<string, unknown>> {
    const desk = this.desks.get(command.type);
    if (!desk) throw new NotAllowed('not_found');
    return desk;
  }
}

const { CreditServiceHours: _follows, ...hoursCommandsOfPersons } = hoursCommands;

/** Every command a person may give, by name. CreditServiceHours is missing: it only follows from an attestation. */
export const commandClasses: Readonly<Record<string, new () => object>> = {
  ...registryCommands,
  ...personCommands,
  ...teamCommands,
  ...activityCommands,
  ...annualPlanCommands,
  ...hoursCommandsOfPersons,
  ...reviewCommands,
  ...quotaCommands,
  ...dutiesCommands,
  ...unitReviewCommands,
  ...starCommands,
  ...starSchemeCommands,
  ...erasureCommands,
  ...correctionNoticeCommands,
  ...breachCommands,
  CloseYearProvisionally: closingCommands.CloseYearProvisionally,
  CloseYear: closingCommands.CloseYear,
  AdjustPriorYear: yearCloseCommands.AdjustPriorYear,
  PrepareCertificate: certificateCommands.PrepareCertificate,
  IssueCertificate: certificateCommands.IssueCertificate,
  PublicizeCertificate: certificateCommands.PublicizeCertificate,
  RevokeCertificate: certificateCommands.RevokeCertificate,
};
