import { defineCodes, type CodeIn } from './codes.js';

/** Who served. Only the first two enter roster, ratio and annexes. */
export const participantKind = defineCodes({ name: 'participantKind', version: '1', source: '志册' }, [
  ['FULL_MEMBER', '正式党员'],
  ['PROBATIONARY_MEMBER', '预备党员'],
  ['APPLICANT_ACTIVIST', '入党积极分子', '积极分子', ['发展对象']],
  ['OTHER_VOLUNTEER', '其他志愿者'],
]);
export type ParticipantKind = CodeIn<typeof participantKind>;

/** How minutes became known, from the strongest ground to a total taken over from older books. */
export const provenance = defineCodes({ name: 'provenance', version: '1', source: '志册' }, [
  ['MEASURED', '签到签退', '实测'],
  ['WITNESSED', '负责人见证', '见证'],
  ['DECLARED', '本人申报', '申报'],
  ['EXTERNAL', '外部组织记录', '外部'],
  ['BROUGHT_FORWARD', '旧台账结转', '结转'],
]);
export type Provenance = CodeIn<typeof provenance>;

/** Whether the participant is counted in roster, ratio and annexes. */
export function isPartyMember(kind: ParticipantKind): boolean {
  return kind === 'FULL_MEMBER' || kind === 'PROBATIONARY_MEMBER';
}
