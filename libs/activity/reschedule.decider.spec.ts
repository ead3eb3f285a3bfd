import { describe, expect, it } from '@jest/globals';
import { refusedAs } from '#libs/kernel/specification';
import type { VolunteerId } from '#libs/kernel/ids';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import type { RescheduleSession } from './session.commands.js';
import {
  actAt,
  announcement,
  at,
  by,
  cancel,
  checkingIn,
  code,
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
  zhao,
} from './activity.examples.js';

const reason = '上午有暴雨';
const tomorrow = { heldOn: day('2026-07-02'), startsAt: at('09:00'), endsAt: at('11:00') };
const move = (given: Partial<RescheduleSession> = {}): ActivityCommand => ({
  type: 'RescheduleSession',
  data: { ...announcement, ...tomorrow, reason, ...given },
});
const moved: ActivityEvent = {
  type: 'SessionRescheduled',
  data: { ...announcement, ...tomorrow, organizationId, rescheduledOn: day('2026-07-01'), reason },
};
const signedUp = (volunteerId: VolunteerId, isWaiting = false): ActivityEvent => ({
  type: 'VolunteerSignedUp',
  data: { ...person(volunteerId), organizationId, signedUpOn: day('2026-07-01'), isWaiting },
});
const carried = (volunteerId: VolunteerId): ActivityEvent => ({
  type: 'SignUpRescheduled',
  data: {
    ...{ ...person(volunteerId), organizationId, heldOn: tomorrow.heldOn, startsAt: tomorrow.startsAt },
    ...{ carriedOverOn: day('2026-07-01'), reason },
  },
});
const checkedIn: ActivityEvent = {
  type: 'VolunteerCheckedIn',
  data: {
    ...{ ...person(wang), organizationId, entryId: entryOf(wang), teamId: team, means: 'QR_CODE', markedBy: recorder.by },
    ...{ clockDrifts: false, checkedInOn: day('2026-07-01'), checkedInAt: at('08:50') },
  },
};
const announced = [planned, scheduled(1), signedUp(wang), signedUp(li, true)];

describe('another time for a session announced', () => {
  it('keeps every place and every waiting one, and tells each of them', () => {
    expect(when(announced, move())).toEqual([moved, carried(wang), carried(li)]);
    const after = [...announced, moved, carried(wang), carried(li)];
    expect(when(after, { type: 'SignUp', data: person(zhao) })).toMatchObject([{ data: { isWaiting: true } }]);
    expect(when(after, { type: 'CancelSignUp', data: person(wang) })).toMatchObject([
      { type: 'SignUpCancelled' },
      { type: 'VolunteerMovedUp', data: { volunteerId: li } },
    ]);
  });

  it('says nothing when the times are the same already', () => {
    expect(when(announced, move({ ...announcement }))).toEqual([]);
    expect(when([...announced, moved], move())).toEqual([]);
  });

  it('moves the days of check-in, and what is held is held on the new one', () => {
    const after = [planned, scheduled(), moved];
    const today = by(wang, '15:00');
    expect(refusedAs(when(after, checkingIn(wang, { code }), today, { codeHolds: true }))).toBe(
      'check_in_belongs_to_the_day_of_its_session',
    );
    const next = { ...by(wang, '09:30'), today: day('2026-07-02'), at: '2026-07-02T01:30:00.000Z' as typeof today.at };
    expect(when(after, checkingIn(wang, { code }), next, { codeHolds: true })).toMatchObject([
      { type: 'VolunteerCheckedIn', data: { checkedInOn: '2026-07-02' } },
    ]);
    const hold = (heldOn: string): ActivityCommand => ({
      type: 'HoldSession',
      data: { ...announcement, ...tomorrow, heldOn: day(heldOn) },
    });
    expect(refusedAs(when(after, hold('2026-07-01'), next))).toBe('session_is_held_on_the_day_announced');
    const evening = { ...next, at: '2026-07-02T12:00:00.000Z' as typeof today.at };
    expect(when(after, hold('2026-07-02'), evening)).toMatchObject([{ type: 'SessionHeld' }]);
  });

  it('may be given after the hour announced, while nobody has checked in and nobody said that it was held', () => {
    expect(when(announced, move(), actAt('17:00'))).toEqual([moved, carried(wang), carried(li)]);
    expect(refusedAs(when([planned, scheduled(), checkedIn], move()))).toBe('session_with_check_ins_is_not_rescheduled');
    expect(refusedAs(when([planned, held], move()))).toBe('session_must_be_scheduled');
    expect(refusedAs(when([planned, scheduled(), held], move()))).toBe('session_is_held_already');
    expect(refusedAs(when([planned], move()))).toBe('session_must_be_scheduled');
  });

  it.each([
    [{ heldOn: day('2026-07-01'), startsAt: at('13:00'), endsAt: at('14:00') }, '12:59', undefined],
    [
      { heldOn: day('2026-07-01'), startsAt: at('13:00'), endsAt: at('14:00') },
      '13:00',
      'session_is_rescheduled_to_a_time_ahead',
    ],
    [{ endsAt: at('09:00') }, '12:00', 'session_must_end_after_it_starts'],
    [{ endsOn: day('2026-07-03') }, '12:00', undefined],
    [{ endsOn: day('2026-07-04') }, '12:00', 'session_lasts_until_the_next_day_at_most'],
  ])('with %j at %s', (given, time, refusal) => {
    expect(refusedAs(when([planned, scheduled()], move(given), actAt(time)))).toBe(refusal);
  });

  it('over midnight and back again loses the second day', () => {
    const overnight: ActivityEvent = {
      type: 'SessionRescheduled',
      data: { ...moved.data, endsOn: day('2026-07-03') },
    };
    expect(when([planned, scheduled(), overnight], move())).toEqual([moved]);
  });
});

describe('an activity that is cancelled (F-33)', () => {
  it('tells everybody who had signed up for what has not been held', () => {
    expect(when(announced, cancel)).toEqual([
      expect.objectContaining({ type: 'ActivityCancelled' }),
      ...[wang, li].map((volunteerId) => ({
        type: 'SignUpLapsed',
        data: {
          ...{ ...person(volunteerId), organizationId, heldOn: '2026-07-01', lapsedOn: '2026-07-01', reason: '暴雨' },
        },
      })),
    ]);
  });
});
