import { describe, expect, it } from '@jest/globals';
import type {
  AccountId,
  ActivityId,
  BatchId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { whenAttendanceIsAttestedThenHoursAreCredited } from './activity.reactions.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;

const day = (text: string): LocalDate => text as LocalDate;

describe('when attendance is attested then hours are credited', () => {
  const attendance = {
    activityId: idOf<ActivityId>(1),
    sessionId: idOf<SessionId>(2),
    volunteerId: idOf<VolunteerId>(3),
    entryId: idOf<HoursEntryId>(4),
    organizationId: idOf<OrganizationId>(5),
    servedOn: '2026-06-30' as LocalDate,
    startsAt: '09:00' as TimeOfDay,
    endsAt: '11:00' as TimeOfDay,
    serviceMinutes: 120 as Minutes,
    provenance: 'WITNESSED' as const,
    recordedBy: idOf<AccountId>(6),
    attestedBy: idOf<AccountId>(7),
  };

  it('asks for one credit with the fields that the hours ledger holds', () => {
    const commands = whenAttendanceIsAttestedThenHoursAreCredited.on.AttendanceAttested?.({
      type: 'AttendanceAttested',
      data: { ...attendance, recordedOn: day('2026-07-01'), attestedOn: day('2026-07-02'), batch: idOf<BatchId>(8) },
    });
    expect(commands).toEqual([
      {
        type: 'CreditServiceHours',
        data: {
          ...{ ...attendance, kind: 'SESSION', recordedOn: '2026-07-01', attestedOn: '2026-07-02' },
          endedOn: '2026-06-30',
        },
      },
    ]);
  });
});
