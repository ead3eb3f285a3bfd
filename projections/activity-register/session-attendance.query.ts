import { rowsOf, type Reader } from '#libs/projection-engine/paging';
import type { SessionId } from '#libs/kernel/ids';
import type { ActivityRegisterAttendance } from './activity-register.entity.js';

export type SessionAttendance = Pick<
  ActivityRegisterAttendance,
  'sessionId' | 'activityId' | 'volunteerId' | 'entryId' | 'serviceMinutes' | 'attestedBy'
>;

/** Everybody recorded in these sessions and not withdrawn, attested or not; `waiting`: those alone whom nobody attested yet. */
export const attendancesOfSessions = (
  source: Reader,
  sessionIds: readonly SessionId[],
  { waiting = false }: { readonly waiting?: boolean } = {},
): Promise<SessionAttendance[]> =>
  rowsOf(source, {
    text: `select p.session_id as "sessionId", p.activity_id as "activityId", p.volunteer_id as "volunteerId",
        p.entry_id as "entryId", p.service_minutes as "serviceMinutes", p.attested_by as "attestedBy"
      from read.activity_register_attendance p where p.session_id = any($1) and (not $2 or p.attested_by is null)`,
    values: [sessionIds, waiting],
  });
