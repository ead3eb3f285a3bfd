import type { ActivityEvent } from '#libs/activity/activity.events';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import { RequiredDayActivity, RequiredDaySession, RequiredDayUnit } from './required-days.entity.js';

type UnitKey = Pick<RequiredDayUnit, 'organizationId'>;
const ofUnit = ({ organizationId }: UnitKey): UnitKey => ({ organizationId });

const units = table<RequiredDayUnit, OrganizationEvent>()({
  entity: RequiredDayUnit,
  keyOf: {
    PartyOrganizationRegistered: ofUnit,
    PartyOrganizationRenamed: ofUnit,
    PartyOrganizationMerged: ofUnit,
    PartyOrganizationSplit: ofUnit,
  },
  empty: (key): RequiredDayUnit => ({ ...key, name: '', registeredOn: null, endedOn: null }),
  on: {
    PartyOrganizationRegistered: (row, { name, registeredOn }): RequiredDayUnit => ({ ...row, name, registeredOn }),
    PartyOrganizationRenamed: (row, { name }): RequiredDayUnit => ({ ...row, name }),
    PartyOrganizationMerged: (row, { mergedOn }): RequiredDayUnit => ({ ...row, endedOn: mergedOn }),
    PartyOrganizationSplit: (row, { splitOn }): RequiredDayUnit => ({ ...row, endedOn: splitOn }),
  },
});

const sessions = table<RequiredDaySession, ActivityEvent>()({
  entity: RequiredDaySession,
  keyOf: { SessionHeld: ({ sessionId }): Pick<RequiredDaySession, 'sessionId'> => ({ sessionId }) },
  empty: (key): RequiredDaySession => key as RequiredDaySession,
  on: {
    SessionHeld: (row, { activityId, organizationId, heldOn }): RequiredDaySession => ({
      ...row,
      activityId,
      organizationId,
      heldOn,
    }),
  },
});

type ActivityKey = Pick<RequiredDayActivity, 'activityId'>;
const ofActivity = ({ activityId }: ActivityKey): ActivityKey => ({ activityId });

const activities = table<RequiredDayActivity, ActivityEvent>()({
  entity: RequiredDayActivity,
  keyOf: { ActivityPlanned: ofActivity, ActivityCancelled: ofActivity },
  empty: (key): RequiredDayActivity => ({ ...key, title: '', theme: null, isCancelled: false }),
  on: {
    ActivityPlanned: (row, { title, theme }): RequiredDayActivity => ({ ...row, title, theme: theme ?? null }),
    ActivityCancelled: (row): RequiredDayActivity => ({ ...row, isCancelled: true }),
  },
});

/** Answers: which unit held a concentrated service around 5 March, 1 July and 5 December (H-11 to H-14)? */
export const requiredDays: Projection = {
  name: 'required-days',
  version: 2,
  opens: ['free'],
  tables: [units, sessions, activities],
};
