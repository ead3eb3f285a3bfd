import { describe, expect, it } from '@jest/globals';
import type { EvidenceId, SessionId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import {
  activityId,
  attest,
  attested,
  attester,
  day,
  held,
  idOf,
  line,
  organizationId,
  planned,
  record,
  wang,
  when,
} from './activity.examples.js';
import type { AddEvidence } from './session.commands.js';

const evidenceId = idOf<EvidenceId>(70);
const sha256 = 'a1'.repeat(32);
const file = { bytes: 1234, contentType: 'JPEG' } as const;
const add = (given: Partial<AddEvidence> = {}): ActivityCommand => ({
  type: 'AddEvidence',
  data: { activityId, evidenceId, evidenceKind: 'PHOTO', sha256, ...given },
});
const added = (given: Partial<Extract<ActivityEvent, { type: 'EvidenceAdded' }>['data']> = {}): ActivityEvent => ({
  type: 'EvidenceAdded',
  data: {
    ...{ activityId, organizationId, evidenceId, evidenceKind: 'PHOTO', sha256, ...file, addedOn: day('2026-07-01') },
    ...{ showsMinor: false, hasGuardianConsent: false },
    ...given,
  },
});

describe('evidence', () => {
  it('names the file by its hash, with what the house knows of it, once', () => {
    expect(when([planned], add(), undefined, { file })).toEqual([added()]);
    expect(when([planned, added()], add(), undefined, { file })).toEqual([]);
    expect(refusedAs(when([planned, added()], add({ sha256: 'b2'.repeat(32) }), undefined, { file }))).toBe(
      'evidence_is_added_once',
    );
  });

  it('needs the file in the house, and a session of this activity', () => {
    expect(refusedAs(when([planned], add()))).toBe('evidence_file_must_be_stored');
    const foreign = add({ sessionId: idOf<SessionId>(99) });
    expect(refusedAs(when([planned, held], foreign, undefined, { file }))).toBe(
      'evidence_names_a_session_of_the_activity',
    );
  });

  it.each([
    [{ showsMinor: true }, 'photo_of_a_minor_needs_guardian_consent'],
    [{ showsMinor: true, hasGuardianConsent: false }, 'photo_of_a_minor_needs_guardian_consent'],
    [{ showsMinor: true, hasGuardianConsent: true }, undefined],
    [{ showsMinor: false }, undefined],
  ])('with %j (F-42)', (given, refusal) => {
    expect(refusedAs(when([planned], add(given), undefined, { file }))).toBe(refusal);
  });
});

describe('a batch that rests on a sign-in sheet', () => {
  const batch = { ...record(line(wang)) };
  const onSheet = { ...batch, data: { ...batch.data, sheetId: evidenceId } } as ActivityCommand;

  it('names a sheet that is kept as evidence (F-06)', () => {
    expect(refusedAs(when([planned, held], onSheet))).toBe('sign_in_sheet_must_be_kept_as_evidence');
    expect(refusedAs(when([planned, held, added()], onSheet))).toBe('sign_in_sheet_must_be_kept_as_evidence');
    expect(when([planned, held, added({ evidenceKind: 'SIGN_IN_SHEET' })], onSheet)).toMatchObject([
      { data: { sheetId: evidenceId } },
    ]);
  });
});

describe('an emergency written down late (F-35)', () => {
  const emergency = { ...planned, data: { ...planned.data, isEmergency: true } } as ActivityEvent;
  const late = {
    ...record(line(wang)),
    data: { ...record(line(wang)).data, lateReasonCode: 'EMERGENCY' },
  } as ActivityCommand;
  const past = [emergency, held, ...(when([emergency, held], late) as readonly ActivityEvent[])];

  it('is the reason of an emergency activity only', () => {
    expect(refusedAs(when([planned, held], late))).toBe('emergency_reason_needs_an_emergency_activity');
    expect(past.at(-1)).toMatchObject({ data: { lateReasonCode: 'EMERGENCY', recordedOn: '2026-07-01' } });
  });

  it('is attested when its command body has confirmed it', () => {
    expect(refusedAs(when(past, attest(), attester))).toBe('emergency_must_be_confirmed_by_its_command_body');
    const confirmed = [...past, added({ evidenceKind: 'COMMAND_BODY_CONFIRMATION' })];
    const expected = { ...attested(wang), data: { ...attested(wang).data, lateReasonCode: 'EMERGENCY' } };
    expect(when(confirmed, attest(), attester)).toEqual([expected]);
  });
});
