import { refuse, type Act, type Decider, type Refusal } from '#libs/kernel/decider';
import type { EvidenceId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { ErasureCommand, ErasureStepCommand, FilePrivacyRequest } from './erasure.commands.js';
import type { ClearErasureEvent, ErasureEvent, SubjectId } from './erasure.events.js';
import { evolvePrivacy, isOpen, noRequests, type PrivacyRequest, type PrivacyState } from './erasure.state.js';

export type ErasureRefusal =
  | 'privacy_request_id_must_be_new'
  | 'privacy_request_must_be_filed'
  | 'privacy_request_is_decided_once'
  | 'privacy_request_is_approved_by_another_person'
  | 'one_privacy_request_at_a_time'
  | 'shredding_names_its_groups'
  | 'only_shredding_names_groups'
  | 'files_to_destroy_show_the_person'
  | 'correction_must_be_approved';

export interface ErasureFacts {
  /** Other records of the person. */
  readonly duplicates?: readonly VolunteerId[];
  readonly organizationId?: PrivacyRequest['organizationId'];
  /** SHA-256 of the evidence named, where it is evidence of something the person took part in. */
  readonly filesShowing?: ReadonlyMap<EvidenceId, string>;
  readonly copiesGoneBy?: LocalDate;
}

type Decided = readonly ErasureEvent[] | Refusal<ErasureRefusal>;
type AnyErasureCommand = ErasureCommand | ErasureStepCommand;

/** Two persons: one files, another approves. Then the eraser does its steps and says what it did. */
export const erasureDecider: Decider<
  PrivacyState,
  AnyErasureCommand,
  ErasureEvent,
  ClearErasureEvent,
  ErasureRefusal,
  ErasureFacts
> = {
  initial: noRequests,
  evolve: evolvePrivacy,
  decide: (command, state, act, facts) => {
    if (command.type === 'FilePrivacyRequest') return file(command.data, state, act, facts);
    const request = state.requests.get(command.data.requestId);
    if (!request) return refuse('privacy_request_must_be_filed');
    if (command.type === 'NoteKeysShredded' || command.type === 'CompleteErasure')
      return step(command, request, act, facts);
    return decided(command, request, act);
  },
};

type Decision = Exclude<ErasureCommand, { type: 'FilePrivacyRequest' }>;

function decided({ type, data }: Decision, request: PrivacyRequest, act: Act): Decided {
  if ((data.volunteerId as string) !== request.subjectId) return refuse('privacy_request_must_be_filed');
  if (type === 'CompleteCorrection') {
    if (request.answer !== 'CORRECT' || request.status !== 'APPROVED') return refuse('correction_must_be_approved');
    return completed(ofRequest(request), act, { exports: 0 });
  }
  if (request.status !== 'FILED') return refuse('privacy_request_is_decided_once');
  if (type === 'ApprovePrivacyRequest') return approve(request, act);
  const { ground } = data;
  return [{ type: 'PrivacyRequestDeclined', data: { ...ofRequest(request), ground, declinedOn: act.today } }];
}

const ofRequest = ({ requestId, subjectId }: PrivacyRequest) => ({ requestId, subjectId });

/** Said again after a crash, a step that was said already says nothing; keys found since are said. */
function step({ type, data }: ErasureStepCommand, request: PrivacyRequest, act: Act, facts: ErasureFacts): Decided {
  if (type === 'CompleteErasure')
    return request.status === 'SHREDDED' ? completed(ofRequest(request), act, { ...facts, exports: data.exports }) : [];
  const keyIds = (data.keyIds as PrivacyRequest['keyIds']).filter((keyId) => !request.keyIds.includes(keyId));
  const isDue = request.status === 'APPROVED' || (request.status === 'SHREDDED' && keyIds.length > 0);
  if (!isDue) return [];
  return [{ type: 'SubjectKeysShredded', data: { ...ofRequest(request), keyIds: [...keyIds], shreddedOn: act.today } }];
}

function file(data: FilePrivacyRequest, state: PrivacyState, act: Act, facts: ErasureFacts): Decided {
  const { requestId, answer, basis, groups, evidenceIds = [] } = data;
  const subjectId = data.volunteerId as string as SubjectId;
  if (state.requests.has(requestId)) return refuse('privacy_request_id_must_be_new');
  const misnamed = whatIsMisnamed({ answer, groups, evidenceIds });
  if (misnamed) return refuse(misnamed);
  const fileHashes = filesOf(evidenceIds, facts);
  if (!fileHashes) return refuse('files_to_destroy_show_the_person');
  const others = [...state.requests.values()].filter((one) => one.subjectIds.includes(subjectId));
  if (others.some(isOpen)) return refuse('one_privacy_request_at_a_time');
  const duplicateIds = [...(facts.duplicates ?? [])] as readonly string[] as SubjectId[];
  const { organizationId } = facts;
  if (!organizationId) return refuse('privacy_request_must_be_filed');
  const asked = { requestId, subjectId, duplicateIds, organizationId, answer, basis, groups: [...groups] };
  const filed = { ...asked, ...(fileHashes.length > 0 ? { fileHashes } : {}) };
  return [{ type: 'PrivacyRequestFiled', data: { ...filed, filedBy: act.by, filedOn: act.today } }];
}

type Named = Pick<FilePrivacyRequest, 'answer' | 'groups'> & { readonly evidenceIds: readonly EvidenceId[] };

function whatIsMisnamed({ answer, groups, evidenceIds }: Named): ErasureRefusal | undefined {
  if (answer === 'SHRED') return groups.length === 0 ? 'shredding_names_its_groups' : undefined;
  return groups.length + evidenceIds.length > 0 ? 'only_shredding_names_groups' : undefined;
}

/** Each file once; undefined where one of them does not show the person. */
function filesOf(evidenceIds: readonly EvidenceId[], { filesShowing }: ErasureFacts): string[] | undefined {
  const found = evidenceIds.flatMap((evidenceId) => filesShowing?.get(evidenceId) ?? []);
  return found.length < evidenceIds.length ? undefined : [...new Set(found)];
}

function approve(request: PrivacyRequest, act: Act): Decided {
  const isConcerned =
    act.byVolunteer !== undefined && request.subjectIds.includes(act.byVolunteer as string as SubjectId);
  if (request.filedBy === act.by || isConcerned) return refuse('privacy_request_is_approved_by_another_person');
  const { requestId, subjectId } = request;
  return [{ type: 'PrivacyRequestApproved', data: { requestId, subjectId, approvedOn: act.today } }];
}

const completed = (
  of: Pick<PrivacyRequest, 'requestId' | 'subjectId'>,
  act: Act,
  { exports, copiesGoneBy = act.today }: { readonly exports: number; readonly copiesGoneBy?: LocalDate | undefined },
): readonly ErasureEvent[] => [
  { type: 'PrivacyRequestCompleted', data: { ...of, completedOn: act.today, exports, copiesGoneBy } },
];
