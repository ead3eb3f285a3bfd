import { describe, expect, it } from '@jest/globals';

import { refusedAs, someAct } from '#libs/kernel/specification';

import {
  day,
  volunteerId,
  other,
  old,
  teamId,
  registered,
  inTeam,
  gone,
  stateAfter,
  deciding,
} from './volunteer.examples.js';
import type { VolunteerEvent } from './volunteer.events.js';
import { whenPersonsAreMergedThenLinkDuplicate, whenVolunteerIsGoneThenLeaveTeam } from './volunteer.reactions.js';

describe('Two records of one person', () => {
  const merge = deciding(
    'MergePersons',
    { volunteerId, survivorId: other, mergedOn: day('2026-06-10'), reason: '重复登记', evidence: '身份证' },
    { survivorStands: true },
  );
  const undo = deciding('UndoMerge', { volunteerId, undoneOn: day('2026-06-20'), reason: '是两个人' });
  const merged: Extract<VolunteerEvent, { type: 'PersonsMerged' }> = {
    type: 'PersonsMerged',
    data: {
      volunteerId,
      organizationId: old,
      survivorId: other,
      mergedOn: day('2026-06-10'),
      reason: '重复登记',
      evidence: '身份证',
    },
  };
  const undone: Extract<VolunteerEvent, { type: 'MergeUndone' }> = {
    type: 'MergeUndone',
    data: { volunteerId, organizationId: old, survivorId: other, undoneOn: day('2026-06-20'), reason: '是两个人' },
  };
  const link: VolunteerEvent = {
    type: 'DuplicateLinked',
    data: { volunteerId, duplicateId: other, linkedOn: day('2026-06-10') },
  };

  it('become one: the one gives way to the other, which must stand itself', () => {
    expect(merge({}, registered)).toEqual([merged]);
    expect(merge({}, [...registered, merged])).toEqual([]);
    expect(refusedAs(merge({ survivorId: volunteerId }, registered))).toBe('record_survives_another');
    expect(refusedAs(merge({}, registered, undefined, {}))).toBe('survivor_must_be_on_record');
    expect(refusedAs(merge({ mergedOn: day('2026-06-11') }, [...registered, merged]))).toBe('record_is_merged_once');
    expect(refusedAs(merge({}, [...registered, link]))).toBe('record_has_others_merged_into_it');
    expect(refusedAs(merge({ mergedOn: day('2026-05-20') }, registered))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(merge({ mergedOn: day('2026-05-21') }, registered))).toBeUndefined();
    for (const byVolunteer of [volunteerId, other])
      expect(refusedAs(merge({}, registered, { ...someAct, byVolunteer }))).toBe('nobody_decides_about_themselves');
  });

  it('are two again when it was wrong, each as before', () => {
    expect(undo({}, [...registered, inTeam, merged])).toEqual([undone]);
    expect(stateAfter(...registered, inTeam, merged, undone)).toEqual(stateAfter(...registered, inTeam));
    expect(refusedAs(undo({ undoneOn: day('2026-06-09') }, [...registered, merged]))).toBe(
      'end_must_not_precede_beginning',
    );
    expect(refusedAs(undo({}, registered))).toBe('record_must_be_merged');
  });

  it('know of each other, and a record can take in others only after it let go of its own', () => {
    const linking = deciding('LinkDuplicate', { volunteerId, duplicateId: other, linkedOn: day('2026-06-10') });
    const unlinking = deciding('UnlinkDuplicate', { volunteerId, duplicateId: other, unlinkedOn: day('2026-06-20') });
    expect(linking({}, registered)).toEqual([link]);
    expect(linking({}, [...registered, link])).toEqual([]);
    expect(unlinking({}, [...registered, link])).toMatchObject([{ type: 'DuplicateUnlinked' }]);
    expect(unlinking({}, registered)).toEqual([]);
  });

  it('are linked by what follows, and whoever is gone leaves the team', () => {
    const { on } = whenPersonsAreMergedThenLinkDuplicate;
    expect(on.PersonsMerged?.(merged)).toEqual([
      { type: 'LinkDuplicate', data: { volunteerId: other, duplicateId: volunteerId, linkedOn: '2026-06-10' } },
    ]);
    expect(on.MergeUndone?.(undone)).toEqual([
      { type: 'UnlinkDuplicate', data: { volunteerId: other, duplicateId: volunteerId, unlinkedOn: '2026-06-20' } },
    ]);
    const follow = whenVolunteerIsGoneThenLeaveTeam.on.PrimaryTeamCleared;
    type Cleared = Extract<VolunteerEvent, { type: 'PrimaryTeamCleared' }>;
    expect(follow?.(gone('2026-06-20') as Cleared)).toEqual([
      { type: 'LeaveTeam', data: { teamId, volunteerId, leftOn: '2026-06-20' } },
    ]);
    expect(
      follow?.({ type: 'PrimaryTeamCleared', data: { volunteerId, teamId, clearedOn: day('2026-06-20') } }),
    ).toEqual([]);
  });
});
