import type { AccountId, Id, OrganizationId } from '#libs/kernel/ids';
import type {
  ClearErasureEvent,
  ErasableGroup,
  PrivacyAnswer,
  PrivacyBasis,
  RequestId,
  SubjectId,
} from './erasure.events.js';

export const requestStatuses = ['FILED', 'APPROVED', 'DECLINED', 'SHREDDED', 'COMPLETED'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

export interface PrivacyRequest {
  readonly requestId: RequestId;
  readonly subjectId: SubjectId;
  /** The person's records, this one first. */
  readonly subjectIds: readonly SubjectId[];
  readonly organizationId: OrganizationId;
  readonly answer: PrivacyAnswer;
  readonly basis: PrivacyBasis;
  readonly groups: readonly ErasableGroup[];
  /** Evidence files that go with the keys. */
  readonly fileHashes?: readonly string[];
  readonly filedBy: AccountId;
  readonly filedOn: string;
  readonly status: RequestStatus;
  readonly keyIds: readonly Id<'key'>[];
}

export interface PrivacyState {
  readonly requests: ReadonlyMap<RequestId, PrivacyRequest>;
  /** Kept and not otherwise used (PIPL 47, last paragraph). */
  readonly restricted: ReadonlySet<SubjectId>;
}

export const noRequests: PrivacyState = { requests: new Map(), restricted: new Set() };

export const isOpen = ({ status }: PrivacyRequest): boolean =>
  status === 'FILED' || status === 'APPROVED' || status === 'SHREDDED';

/** Nothing new is written about somebody whose identity was destroyed. */
export const fences = ({ groups }: Pick<PrivacyRequest, 'groups'>): boolean => groups.includes('identity');

export function evolvePrivacy(state: PrivacyState, { type, data }: ClearErasureEvent): PrivacyState {
  if (type === 'PrivacyRequestFiled') {
    const { duplicateIds, ...filed } = data;
    const subjectIds = [data.subjectId, ...duplicateIds];
    return withRequest(state, { ...filed, subjectIds, status: 'FILED', keyIds: [] });
  }
  const request = state.requests.get(data.requestId);
  if (!request) return state;
  if (type === 'PrivacyRequestApproved') return approved(state, request);
  if (type === 'PrivacyRequestDeclined') return withRequest(state, { ...request, status: 'DECLINED' });
  if (type === 'SubjectKeysShredded')
    return withRequest(state, { ...request, status: 'SHREDDED', keyIds: [...request.keyIds, ...data.keyIds] });
  return withRequest(state, { ...request, status: 'COMPLETED' });
}

const withRequest = (state: PrivacyState, request: PrivacyRequest): PrivacyState => ({
  ...state,
  requests: new Map(state.requests).set(request.requestId, request),
});

function approved(state: PrivacyState, request: PrivacyRequest): PrivacyState {
  const restricted = new Set(state.restricted);
  const { answer } = request;
  for (const subjectId of request.subjectIds) {
    if (answer === 'RESTRICT') restricted.add(subjectId);
    if (answer === 'RELEASE') restricted.delete(subjectId);
  }
  const status = answer === 'RESTRICT' || answer === 'RELEASE' ? 'COMPLETED' : 'APPROVED';
  return { ...withRequest(state, { ...request, status }), restricted };
}
