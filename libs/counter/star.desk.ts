import type { Role } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { StarApproverLevel, StarScheme } from '#libs/policy/star-scheme';
import { starSchemeDecider, schemeOn } from '#libs/star/star-scheme.decider';
import type { StarCommand, StarSchemeCommand } from '#libs/star/star.commands';
import { starDecider, starsHeld, type StarFacts, type Stars } from '#libs/star/star.decider';
import { starSchemeStream, starStream } from '#libs/star/star.events';
import type { Position } from '#libs/event-store/port';
import type { CounterParts, Desk } from './desk.js';
import { reckon } from './hours-at.js';
import { recordsOfPerson, survivorOf } from './person-hours.js';
import { policyInForce } from './policy-in-force.js';
import { enrolmentOf } from './quota.desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';

/** The scheme in force for an organization on a day: its own adoption, else the nearest above it, else that of its policy pack. */
export async function starSchemeInForce(
  parts: Pick<CounterParts, 'ledger' | 'tree'>,
  organizationId: OrganizationId,
  day: LocalDate,
): Promise<StarScheme> {
  for (const id of await parts.tree.ancestry(organizationId)) {
    const scheme = schemeOn(await parts.ledger.load(starSchemeDecider, starSchemeStream(id)), day);
    if (scheme) return scheme;
  }
  return (await policyInForce(parts, organizationId, day)).starScheme;
}

// The level named or the one above it; the province keeps no accounts here, the city writes its decision down.
const decidingRoles: Readonly<Record<StarApproverLevel, readonly Role[]>> = {
  COUNTY: ['COUNTY_OFFICE', 'CITY_OFFICE'],
  CITY: ['CITY_OFFICE'],
  PROVINCE: ['CITY_OFFICE'],
};

function approverLevelOf({ type, data }: StarCommand, { application, awards }: Stars): StarApproverLevel | undefined {
  if (type === 'ApplyForStar') return undefined;
  if (type === 'RevokeStar') return awards.find(({ stars }) => stars === data.stars)?.approverLevel;
  return application?.approverLevel;
}

export function starSchemeDesk({ ledger }: CounterParts): Desk<StarSchemeCommand> {
  return {
    about: ({ data: { organizationId } }) => Promise.resolve({ organizationId }),
    perform: (command, context) =>
      ledger.run(starSchemeDecider, {
        stream: starSchemeStream(command.data.organizationId),
        command,
        context,
        facts: () => Promise.resolve(undefined),
      }),
  };
}

export function starDesk(parts: CounterParts): Desk<StarCommand> {
  const starsOf = (volunteerId: VolunteerId): Promise<Stars> => parts.ledger.load(starDecider, starStream(volunteerId));
  const minutesOf = async (volunteerId: VolunteerId, asOfOn: LocalDate): Promise<Pick<StarFacts, 'minutes'>> => {
    const position = (await parts.store.head()) as Position;
    const { creditedMinutes } = await reckon(parts, volunteerId, { asOfOn, position });
    return { minutes: { creditedMinutes, position } };
  };
  /** What the other records of the person have, whichever of them the command names (F-08). */
  const ofOtherRecords = async (volunteerId: VolunteerId, survivor: VolunteerId): Promise<Partial<StarFacts>> => {
    const otherRecords = (await recordsOfPerson(parts, survivor)).filter((record) => record !== volunteerId);
    const others = await Promise.all(otherRecords.map(starsOf));
    const hasOtherApplication = others.some(({ application }) => application !== undefined);
    return { otherRecords, inheritedStars: Math.max(0, ...others.map(starsHeld)), hasOtherApplication };
  };
  const factsFor = async ({ type, data }: StarCommand): Promise<StarFacts> => {
    const survivor = await survivorOf(parts, data.volunteerId);
    const others = await ofOtherRecords(data.volunteerId, survivor);
    const enrolment = { ...(await enrolmentOf(parts, data.volunteerId)), ...others };
    if (type === 'ApplyForStar' && enrolment.organizationId) {
      const scheme = await starSchemeInForce(parts, enrolment.organizationId, data.asOfOn);
      return { ...enrolment, scheme, ...(await minutesOf(data.volunteerId, data.asOfOn)) };
    }
    const { application } = await starsOf(data.volunteerId);
    return {
      ...enrolment,
      ...(type === 'AwardStar' && application ? await minutesOf(survivor, application.asOfOn) : {}),
    };
  };
  return {
    about: async (command) => {
      const { volunteerId } = command.data;
      const organizationId = await organizationOfVolunteer(parts, volunteerId);
      if (organizationId === undefined) return undefined;
      const level = approverLevelOf(command, await starsOf(volunteerId));
      return { organizationId, volunteerId, ...(level ? { roles: decidingRoles[level] } : {}) };
    },
    perform: (command, context) => {
      const { volunteerId } = command.data;
      return parts.ledger.run(starDecider, {
        stream: starStream(volunteerId),
        command,
        context,
        facts: () => factsFor(command),
      });
    },
  };
}
