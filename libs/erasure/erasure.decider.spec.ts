import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { AccountId, Id, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Instant, LocalDate } from '#libs/kernel/time';
import type { ErasureCommand, ErasureStepCommand } from './erasure.commands.js';
import { erasureDecider, type ErasureFacts } from './erasure.decider.js';
import type { ErasureEvent, RequestId } from './erasure.events.js';
import { noRequests, type PrivacyState } from './erasure.state.js';

const volunteerId = '10000000-0000-4000-8000-000000000001' as VolunteerId;
const duplicate = '10000000-0000-4000-8000-000000000002' as VolunteerId;
const requestId = '20000000-0000-4000-8000-000000000001' as RequestId;
const organizationId = '30000000-0000-4000-8000-000000000001' as OrganizationId;
const keyId = '40000000-0000-4000-8000-000000000001' as Id<'key'>;
const today = '2026-03-01' as LocalDate;
const act = (n: number, byVolunteer?: VolunteerId): Act => ({
  by: `50000000-0000-4000-8000-00000000000${n}` as AccountId,
  at: '2026-03-01T08:00:00.000Z' as Instant,
  today,
  ...(byVolunteer ? { byVolunteer } : {}),
});

const filing = (
  answer: 'CORRECT' | 'RESTRICT' | 'RELEASE' | 'SHRED',
  groups: readonly 'contact'[] = [],
): ErasureCommand => ({
  type: 'FilePrivacyRequest',
  data: { volunteerId, requestId, answer, basis: 'CONSENT_WITHDRAWN', groups },
});
const approving: ErasureCommand = { type: 'ApprovePrivacyRequest', data: { volunteerId, requestId } };
const noting: ErasureStepCommand = { type: 'NoteKeysShredded', data: { requestId, keyIds: [keyId] } };
const completing: ErasureStepCommand = { type: 'CompleteErasure', data: { requestId, exports: 2 } };
const facts: ErasureFacts = { organizationId, duplicates: [duplicate], copiesGoneBy: '2026-04-05' as LocalDate };

function after(state: PrivacyState, command: ErasureCommand | ErasureStepCommand, by: Act): PrivacyState {
  const events = erasureDecider.decide(command, state, by, facts) as readonly ErasureEvent[];
  return events.reduce((folded, event) => erasureDecider.evolve(folded, event), state);
}
const decide = (state: PrivacyState, command: ErasureCommand | ErasureStepCommand, by: Act) =>
  erasureDecider.decide(command, state, by, facts);

describe('a request to destroy', () => {
  const filed = after(noRequests, filing('SHRED', ['contact']), act(1));

  it('covers every record of the person', () => {
    expect(filed.requests.get(requestId)).toMatchObject({ status: 'FILED', subjectIds: [volunteerId, duplicate] });
  });

  it('is approved by neither the one who filed it nor the person under any of their records', () => {
    const refused = { refused: 'privacy_request_is_approved_by_another_person' };
    expect(decide(filed, approving, act(1))).toEqual(refused);
    expect(decide(filed, approving, act(2, volunteerId))).toEqual(refused);
    expect(decide(filed, approving, act(2, duplicate))).toEqual(refused);
  });

  it('goes from approval over the destruction to its end, and each step says itself once', () => {
    const approved = after(filed, approving, act(2));
    expect(decide(approved, completing, act(9))).toEqual([]);
    const shredded = after(approved, noting, act(9));
    expect(shredded.requests.get(requestId)).toMatchObject({ status: 'SHREDDED', keyIds: [keyId] });
    expect(decide(shredded, noting, act(9))).toEqual([]);
    const another = '40000000-0000-4000-8000-000000000002';
    const more: ErasureStepCommand = { type: 'NoteKeysShredded', data: { requestId, keyIds: [keyId, another] } };
    expect(decide(shredded, more, act(9))).toMatchObject([{ data: { keyIds: [another] } }]);
    expect(decide(shredded, completing, act(9))).toMatchObject([{ data: { exports: 2, copiesGoneBy: '2026-04-05' } }]);
    const done = after(shredded, completing, act(9));
    expect(decide(done, completing, act(9))).toEqual([]);
    expect(decide(done, approving, act(2))).toEqual({ refused: 'privacy_request_is_decided_once' });
  });

  it('is about the person it names', () => {
    const other: ErasureCommand = { ...approving, data: { ...approving.data, volunteerId: duplicate } };
    expect(decide(filed, other, act(2))).toEqual({ refused: 'privacy_request_must_be_filed' });
  });
});

describe('the other answers', () => {
  it('restriction and release hold from their approval', () => {
    const restricted = after(after(noRequests, filing('RESTRICT'), act(1)), approving, act(2));
    expect([...restricted.restricted]).toEqual([volunteerId, duplicate]);
    const releaseId = '20000000-0000-4000-8000-000000000002' as RequestId;
    const release: ErasureCommand = {
      type: 'FilePrivacyRequest',
      data: { volunteerId, requestId: releaseId, answer: 'RELEASE', basis: 'DISPUTED', groups: [] },
    };
    const again: ErasureCommand = { type: 'ApprovePrivacyRequest', data: { volunteerId, requestId: releaseId } };
    expect([...after(after(restricted, release, act(1)), again, act(2)).restricted]).toEqual([]);
  });

  it('a correction ends when it was made, and names no groups', () => {
    expect(decide(noRequests, filing('CORRECT', ['contact']), act(1))).toEqual({
      refused: 'only_shredding_names_groups',
    });
    const filed = after(noRequests, filing('CORRECT'), act(1));
    const completed: ErasureCommand = { type: 'CompleteCorrection', data: { volunteerId, requestId } };
    expect(decide(filed, completed, act(2))).toEqual({ refused: 'correction_must_be_approved' });
    const approved = after(filed, approving, act(2));
    expect(after(approved, completed, act(2)).requests.get(requestId)?.status).toBe('COMPLETED');
  });
});
