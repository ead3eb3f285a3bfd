import type { ActivityId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';

export interface KnownOrganization {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly unitName: string;
}

export interface KnownTeam {
  readonly teamId: TeamId;
  readonly name: string;
  readonly ordinal: number;
  readonly establishedOn: LocalDate;
  /** Of the newest register handed in (Annex 3); null while there is none. */
  readonly statedSize: number | null;
  readonly statedLeader: string | null;
}

export interface KnownVolunteer {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string | null;
  readonly sex: string | null;
  /** `YYYY-MM` or the day. */
  readonly joinedPartyOn: string | null;
  readonly enrolledOn: LocalDate | null;
}

/** Where the sheet belongs. */
export interface Place {
  /** The unit; undefined while it is still to be registered. */
  readonly organization: KnownOrganization | undefined;
  /** Where a unit that does not exist yet is registered. */
  readonly parent?: KnownOrganization;
  readonly obstacles: readonly string[];
}

/** What the ledger knows about a unit before the sheet is taken in; a plan asks nothing else. */
export interface Unit {
  readonly teams: readonly KnownTeam[];
  /** Everybody who ever applied there. */
  readonly volunteers: readonly KnownVolunteer[];
}

/** A span of a day on which somebody is already signed in, for the activity of that title. */
export interface KnownAttendance {
  readonly activityId: ActivityId;
  readonly activityTitle: string;
  readonly heldOn: LocalDate;
  readonly volunteerId: VolunteerId;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
}

/** Beside the unit, for sign-in sheets. */
export interface Served {
  readonly membersOf: ReadonlyMap<TeamId, ReadonlySet<VolunteerId>>;
  /** Whom a volunteer number in brackets means, in all that the importer may see. */
  readonly byNumber: ReadonlyMap<string, KnownVolunteer>;
  /** Attendances on record for activities of the sheet's titles and days, those of the import itself among them. */
  readonly attendances: readonly KnownAttendance[];
}
