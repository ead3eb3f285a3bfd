import { describe, expect, it } from '@jest/globals';
import { refusedAs } from '#libs/kernel/specification';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import type { ScheduleSession } from './session.commands.js';
import {
  actAt,
  announcement,
  at,
  day,
  li,
  organizationId,
  person,
  planned,
  scheduled,
  wang,
  when,
  zhao,
} from './activity.examples.js';
import type { VolunteerId } from '#libs/kernel/ids';

describe('announcing a session', () => {
  const announce = (given: Partial<ScheduleSession> = {}): ActivityCommand => ({
    type: 'ScheduleSession',
    data: { ...announcement, ...given },
  });

  it('is written once, with or without a limit', () => {
    expect(when([planned], announce())).toEqual([scheduled()]);
    expect(when([planned], announce({ capacity: 20 }))).toEqual([scheduled(20)]);
    expect(when([planned, scheduled(20)], announce({ capacity: 20 }))).toEqual([]);
    expect(refusedAs(when([planned, scheduled(20)], announce({ capacity: 21 })))).toBe('session_is_scheduled_once');
  });

  it.each([
    ['13:59', undefined],
    ['14:00', 'session_is_scheduled_before_it_begins'],
    ['14:01', 'session_is_scheduled_before_it_begins'],
  ])('at %s for 14:00', (time, refusal) => {
    expect(refusedAs(when([planned], announce(), actAt(time)))).toBe(refusal);
  });

  it.each([
    [{ endsAt: at('14:00') }, 'session_must_end_after_it_starts'],
    [{ endsAt: at('14:01') }, undefined],
    [{ endsOn: day('2026-07-02') }, undefined],
    [{ endsOn: day('2026-07-03') }, 'session_lasts_until_the_next_day_at_most'],
  ])('with %j', (given, refusal) => {
    expect(refusedAs(when([planned], announce(given)))).toBe(refusal);
  });
});

const signUp = (volunteerId: VolunteerId): ActivityCommand => ({ type: 'SignUp', data: person(volunteerId) });
const cancel = (volunteerId: VolunteerId): ActivityCommand => ({ type: 'CancelSignUp', data: person(volunteerId) });
const signedUp = (volunteerId: VolunteerId, isWaiting = false): ActivityEvent => ({
  type: 'VolunteerSignedUp',
  data: { ...person(volunteerId), organizationId, signedUpOn: day('2026-07-01'), isWaiting },
});
const gone = (volunteerId: VolunteerId): ActivityEvent => ({
  type: 'SignUpCancelled',
  data: { ...person(volunteerId), organizationId, cancelledOn: day('2026-07-01') },
});
const movedUp = (volunteerId: VolunteerId): ActivityEvent => ({
  type: 'VolunteerMovedUp',
  data: { ...person(volunteerId), organizationId, movedUpOn: day('2026-07-01') },
});

describe('signing up', () => {
  it('takes places up to the limit; the next one waits', () => {
    expect(when([planned, scheduled(2), signedUp(wang)], signUp(li))).toEqual([signedUp(li)]);
    expect(when([planned, scheduled(2), signedUp(wang), signedUp(li)], signUp(zhao))).toEqual([signedUp(zhao, true)]);
    expect(when([planned, scheduled(), signedUp(wang), signedUp(li)], signUp(zhao))).toEqual([signedUp(zhao)]);
  });

  it('gives one person one place, whichever of their records asks (F-08)', () => {
    const past = [planned, scheduled(2), signedUp(wang)];
    const facts = { recordsOfPerson: [li, wang] };
    expect(refusedAs(when(past, signUp(li), undefined, facts))).toBe('person_signed_up_under_another_record');
    expect(when([...past, gone(wang)], signUp(li), undefined, facts)).toEqual([signedUp(li)]);
    expect(when(past, signUp(wang), undefined, facts)).toEqual([]);
  });

  it('says nothing twice', () => {
    expect(when([planned, scheduled(1), signedUp(wang), signedUp(li, true)], signUp(li))).toEqual([]);
  });

  it.each([
    ['13:59', undefined],
    ['14:00', 'session_must_not_have_begun'],
  ])('at %s for 14:00', (time, refusal) => {
    expect(refusedAs(when([planned, scheduled()], signUp(wang), actAt(time)))).toBe(refusal);
    expect(refusedAs(when([planned, scheduled(), signedUp(wang)], cancel(wang), actAt(time)))).toBe(refusal);
  });

  it('needs an announced session', () => {
    expect(refusedAs(when([planned], signUp(wang)))).toBe('session_must_be_scheduled');
  });
});

describe('cancelling a sign-up (Order 67, regulation art. 22)', () => {
  const full = [planned, scheduled(1), signedUp(wang), signedUp(li, true), signedUp(zhao, true)];

  it('moves up whoever waits longest, in the same act', () => {
    expect(when(full, cancel(wang))).toEqual([gone(wang), movedUp(li)]);
    expect(when([...full, gone(wang), movedUp(li)], cancel(li))).toEqual([gone(li), movedUp(zhao)]);
  });

  it('of one who waits moves nobody', () => {
    expect(when(full, cancel(li))).toEqual([gone(li)]);
  });

  it('says nothing twice, and puts who comes again at the end', () => {
    expect(when([planned, scheduled(1)], cancel(wang))).toEqual([]);
    const again = [...full, gone(li), signedUp(li, true)];
    expect(when(again, cancel(wang))).toEqual([gone(wang), movedUp(zhao)]);
  });
});
