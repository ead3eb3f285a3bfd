import { describe, expect, it } from '@jest/globals';
import type { VolunteerId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import type { ChangeActivity } from './session.commands.js';
import {
  actAt,
  announcement,
  at,
  cancelled,
  day,
  entryOf,
  held,
  li,
  organizationId,
  person,
  planned,
  recorder,
  scheduled,
  team,
  wang,
  when,
} from './activity.examples.js';

const { activityId, sessionId } = announcement;
const change = (given: Partial<ChangeActivity> = { place: '南门社区' }): ActivityCommand => ({
  type: 'ChangeActivity',
  data: { activityId, reason: '原场地维修', ...given },
});
const signedUp = (volunteerId: VolunteerId, isWaiting = false): ActivityEvent => ({
  type: 'VolunteerSignedUp',
  data: { ...person(volunteerId), organizationId, signedUpOn: day('2026-07-01'), isWaiting },
});
const told = (volunteerId: VolunteerId): ActivityEvent => ({
  type: 'SignUpActivityChanged',
  data: {
    ...{ activityId, organizationId, sessionId, volunteerId },
    ...{ heldOn: announcement.heldOn, toldOn: day('2026-07-01'), reason: '原场地维修' },
  },
});
const changed = (given: Partial<ChangeActivity>): ActivityEvent => ({
  type: 'ActivityChanged',
  data: { activityId, organizationId, changedOn: day('2026-07-01'), reason: '原场地维修', ...given },
});
const checkedIn: ActivityEvent = {
  type: 'VolunteerCheckedIn',
  data: {
    ...{ ...person(wang), organizationId, entryId: entryOf(wang), teamId: team, means: 'QR_CODE', markedBy: recorder.by },
    ...{ clockDrifts: false, checkedInOn: day('2026-07-01'), checkedInAt: at('08:50') },
  },
};
const announced = [planned, scheduled(1), signedUp(wang), signedUp(li, true)];
const early = actAt('08:00');

describe('another place or leader for an activity', () => {
  it('is told to everybody who signed up or waits; a place, a leader, or both', () => {
    expect(when(announced, change(), early)).toEqual([changed({ place: '南门社区' }), told(wang), told(li)]);
    expect(when([planned], change({ responsiblePerson: '示例副队长' }), early)).toEqual([
      changed({ responsiblePerson: '示例副队长' }),
    ]);
    expect(refusedAs(when(announced, change({}), early))).toBe('change_names_place_or_leader');
  });

  it('comes before anything has taken place', () => {
    const keeps = 'held_activity_keeps_place_and_leader';
    expect(refusedAs(when([...announced, checkedIn], change(), early))).toBe(keeps);
    expect(refusedAs(when([planned, held], change(), early))).toBe(keeps);
    expect(refusedAs(when([], change(), early))).toBe('activity_must_be_planned');
    expect(refusedAs(when([planned, cancelled], change(), early))).toBe('activity_must_not_be_cancelled');
  });
});
