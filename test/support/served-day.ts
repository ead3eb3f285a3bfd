import { randomUUID } from 'node:crypto';
import type { District } from './test-district.js';
import type { Person } from './test-api.js';

export interface ServedDay {
  readonly heldOn: string;
  /** HH:MM; 08:00 unless told. */
  readonly startsAt?: string;
  readonly serviceMinutes: number;
  /** The district's volunteer unless told. */
  readonly volunteerId?: string;
  readonly lateReasonCode?: string;
}

/** A session of the district's activity, its one line written by `recorder` and attested by `attester`. Answers the entry. */
export async function servedDay(
  { recorder, attester }: { readonly recorder: Person; readonly attester: Person },
  district: District,
  { heldOn, startsAt = '08:00', serviceMinutes, volunteerId = district.volunteer, lateReasonCode }: ServedDay,
): Promise<string> {
  const [sessionId, entryId] = [randomUUID(), randomUUID()];
  const at = `/api/activities/${district.activity}/sessions`;
  await recorder.post(at, { sessionId, heldOn, startsAt, endsAt: '24:00' }).expect(201);
  await recorder
    .post(`${at}/${sessionId}/attendances`, {
      provenance: 'WITNESSED',
      attendances: [{ volunteerId, entryId, teamId: district.team, startsAt, serviceMinutes }],
      ...(lateReasonCode ? { lateReasonCode } : {}),
    })
    .expect(201);
  await attester.post(`${at}/${sessionId}/attestation`, {}).expect(201);
  return entryId;
}
