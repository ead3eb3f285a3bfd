import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Minutes } from '#libs/kernel/time';
import type { StarLevel, StarScheme } from '#libs/policy/star-scheme';
import type { StarCommand } from './star.commands.js';
import type { ClearStarEvent, StarEvent } from './star.events.js';

type Clear<T extends ClearStarEvent['type']> = Extract<ClearStarEvent, { type: T }>['data'];

export interface Stars {
  readonly application?: Clear<'StarApplicationFiled'>;
  /** Oldest first, those revoked taken out: the last is the star the person has. */
  readonly awards: readonly Clear<'StarAwarded'>[];
}

/** What other streams say: where the person is enrolled, and their minutes up to the day asked about. */
export interface StarFacts {
  readonly organizationId?: OrganizationId;
  readonly isEnrolled: boolean;
  /** Other records of the same person: those that gave way to this one, or the one it gave way to with all of its own (F-08). */
  readonly otherRecords?: readonly VolunteerId[];
  /** The highest star those have; it is the person's, and not awarded once more. */
  readonly inheritedStars?: number;
  /** One of those has an application that is not decided yet. */
  readonly hasOtherApplication?: boolean;
  /** The scheme in force where the person is enrolled, on the day of the act. */
  readonly scheme?: StarScheme;
  readonly minutes?: { readonly creditedMinutes: Minutes; readonly position: string };
}

export type StarRefusal =
  | 'star_is_for_the_enrolled'
  | 'star_needs_minutes'
  | 'minutes_must_suffice_for_the_star'
  | 'minutes_must_still_suffice'
  | 'star_must_rise'
  | 'one_star_application_at_a_time'
  | 'star_must_be_applied_for'
  | 'star_must_be_held'
  | 'applicant_and_decider_must_differ'
  | 'nobody_decides_on_their_own_star'
  | 'province_decides_by_a_document'
  | 'day_must_not_lie_ahead';

type Decision = readonly StarEvent[] | Refusal<StarRefusal>;
type Asked<T extends StarCommand['type']> = DataOfCommand<StarCommand, T>;

/** The stars of one person: applied for, decided at the level the scheme names, kept whatever scheme comes later. */
export const starDecider: Decider<Stars, StarCommand, StarEvent, ClearStarEvent, StarRefusal, StarFacts> = {
  initial: { awards: [] },
  evolve: (stars, { type, data }) => {
    switch (type) {
      case 'StarApplicationFiled':
        return { ...stars, application: data };
      case 'StarApplicationDeclined':
        return { awards: stars.awards };
      case 'StarAwarded':
        return { awards: [...stars.awards, data] };
      case 'StarRevoked':
        return { ...stars, awards: stars.awards.filter((award) => award.stars !== data.stars) };
      default:
        return stars;
    }
  },
  decide: ({ type, data }, stars, act, facts) => {
    switch (type) {
      case 'ApplyForStar':
        return apply(data, stars, act, facts);
      case 'AwardStar':
        return award(data, stars, act, facts);
      case 'DeclineStar':
        return decline(data, stars, act, facts);
      case 'RevokeStar':
        return revoke(data, stars, act, facts);
    }
  },
};

/** The star the person has now; 0 without one. */
export const starsHeld = ({ awards }: Stars): number => awards.at(-1)?.stars ?? 0;

function apply(asked: Asked<'ApplyForStar'>, stars: Stars, act: Act, facts: StarFacts): Decision {
  const { application } = stars;
  if (application) return isSame(asked, application) ? [] : refuse('one_star_application_at_a_time');
  const { organizationId, scheme, minutes } = facts;
  if (!facts.isEnrolled || !organizationId) return refuse('star_is_for_the_enrolled');
  const bar = faultOfApplication(asked, stars, act, facts);
  if (bar) return bar;
  if (!scheme || !minutes) return refuse('star_needs_minutes');
  const under = underScheme(scheme, asked.stars);
  const missingMinutes = under.requiredMinutes - minutes.creditedMinutes;
  if (missingMinutes > 0) return refuse('minutes_must_suffice_for_the_star', { missingMinutes });
  const data = { ...asked, ...under, ...minutes, organizationId, filedOn: act.today, filedBy: act.by };
  return [{ type: 'StarApplicationFiled', data }];
}

/** An application of another record of the person is the person's, and is decided first (F-08). */
const faultOfApplication = (
  asked: Asked<'ApplyForStar'>,
  stars: Stars,
  act: Act,
  facts: StarFacts,
): Refusal<StarRefusal> | undefined =>
  notRising(asked, starsHeld(stars), facts) ??
  lyingAhead(asked.asOfOn, act) ??
  (facts.hasOtherApplication ? refuse('one_star_application_at_a_time') : undefined);

/** A star of another record of the person is the person's already (F-08). */
function notRising(
  { stars }: Pick<Asked<'ApplyForStar'>, 'stars'>,
  heldHere: number,
  { inheritedStars = 0 }: StarFacts,
): Refusal<StarRefusal> | undefined {
  const held = Math.max(heldHere, inheritedStars);
  return stars <= held ? refuse('star_must_rise', { stars: held }) : undefined;
}

const isSame = (asked: Asked<'ApplyForStar'>, application: Clear<'StarApplicationFiled'>): boolean =>
  application.stars === asked.stars && application.asOfOn === asked.asOfOn;

/** Every scheme has all five levels. */
function underScheme({ id, version, levels }: StarScheme, stars: StarLevel['stars']) {
  const { serviceMinutesMin, approverLevel } = levels.find((level) => level.stars === stars) as StarLevel;
  return { scheme: id, schemeVersion: version, requiredMinutes: serviceMinutesMin as Minutes, approverLevel };
}

const withoutDocument = (
  { document }: Asked<'AwardStar'>,
  { approverLevel }: Clear<'StarApplicationFiled'>,
): Refusal<StarRefusal> | undefined =>
  approverLevel === 'PROVINCE' && !document ? refuse('province_decides_by_a_document') : undefined;

function award(asked: Asked<'AwardStar'>, stars: Stars, act: Act, facts: StarFacts): Decision {
  const { minutes } = facts;
  const { application } = stars;
  if (application?.stars !== asked.stars) {
    const isHeld = stars.awards.some((one) => one.stars === asked.stars);
    return isHeld ? [] : refuse('star_must_be_applied_for');
  }
  const bar = ownDecision(application, act, facts) ?? notRising(asked, 0, facts) ?? withoutDocument(asked, application);
  if (bar) return bar;
  if (!minutes) return refuse('star_needs_minutes');
  if (minutes.creditedMinutes < application.requiredMinutes)
    return refuse('minutes_must_still_suffice', {
      missingMinutes: application.requiredMinutes - minutes.creditedMinutes,
    });
  const { filedOn: _filedOn, filedBy: _filedBy, batch: _batch, ...basis } = application;
  const data = { ...basis, ...minutes, awardedOn: act.today, ...(asked.document ? { document: asked.document } : {}) };
  return [{ type: 'StarAwarded', data }];
}

function decline(asked: Asked<'DeclineStar'>, { application }: Stars, act: Act, facts: StarFacts): Decision {
  if (application?.stars !== asked.stars) return refuse('star_must_be_applied_for');
  const own = ownDecision(application, act, facts);
  if (own) return own;
  const { organizationId } = application;
  return [{ type: 'StarApplicationDeclined', data: { ...asked, organizationId, declinedOn: act.today } }];
}

function ownDecision(
  { volunteerId, filedBy }: Clear<'StarApplicationFiled'>,
  act: Act,
  facts: StarFacts,
): Refusal<StarRefusal> | undefined {
  if (isOwn(volunteerId, act, facts)) return refuse('nobody_decides_on_their_own_star');
  return filedBy === act.by ? refuse('applicant_and_decider_must_differ') : undefined;
}

const isOwn = (volunteerId: VolunteerId, { byVolunteer }: Act, { otherRecords = [] }: StarFacts): boolean =>
  byVolunteer !== undefined && [volunteerId, ...otherRecords].includes(byVolunteer);

function revoke(asked: Asked<'RevokeStar'>, { awards }: Stars, act: Act, facts: StarFacts): Decision {
  const held = awards.find(({ stars }) => stars === asked.stars);
  if (!held) return refuse('star_must_be_held');
  if (isOwn(asked.volunteerId, act, facts)) return refuse('nobody_decides_on_their_own_star');
  return [{ type: 'StarRevoked', data: { ...asked, organizationId: held.organizationId, revokedOn: act.today } }];
}
