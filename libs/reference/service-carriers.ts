import { defineCodes, type CodeIn } from './codes.js';

const SOURCE = '合肥市委组织部、合肥市文明办 2013-05-22 通知 三（H-21至H-26）';

/** The six activity vehicles (载体) of the Hefei notice. */
export const serviceCarrier = defineCodes({ name: 'serviceCarrier', version: '2013', source: SOURCE }, [
  ['CIVILIZED_CITY', '创建文明城市'],
  ['NEW_COUNTRYSIDE', '建设新农村'],
  ['HARMONIOUS_COMMUNITY', '和谐社区'],
  ['SAFE_CAMPUS', '平安校园'],
  ['DEVELOPMENT_STABILITY', '促发展、保稳定', '促发展保稳定', ['促发展、保稳定']],
  ['GRASSROOTS_OUTREACH', '深入基层、牵手万家', '深入基层', ['深入基层牵手万家']],
]);
export type ServiceCarrierCode = CodeIn<typeof serviceCarrier>;

/** The kinds of work under each carrier; a code starts with its carrier's code and a full stop. */
export const serviceCarrierKind = defineCodes({ name: 'serviceCarrierKind', version: '2013', source: SOURCE }, [
  ['CIVILIZED_CITY.TRAFFIC', '文明交通'],
  ['CIVILIZED_CITY.CLEANING', '卫生保洁'],
  ['CIVILIZED_CITY.TREE_PLANTING', '植树造林'],
  ['CIVILIZED_CITY.PUBLIC_FACILITIES', '维护公共设施'],
  ['NEW_COUNTRYSIDE.POLICY_AND_LAW', '宣讲政策法规'],
  ['NEW_COUNTRYSIDE.TECHNICAL_SERVICE', '提供技术服务'],
  ['NEW_COUNTRYSIDE.CIVIL_CUSTOMS', '倡导文明新风'],
  ['HARMONIOUS_COMMUNITY.AGED_AND_DISABLED', '爱老助残'],
  ['HARMONIOUS_COMMUNITY.POOR', '扶贫帮困'],
  ['HARMONIOUS_COMMUNITY.DISPUTES', '化解纠纷'],
  ['HARMONIOUS_COMMUNITY.YOUTH_EDUCATION', '青少年教育'],
  ['HARMONIOUS_COMMUNITY.FAMILY_PLANNING', '计划生育'],
  ['HARMONIOUS_COMMUNITY.CULTURAL_LIFE', '文化生活'],
  ['HARMONIOUS_COMMUNITY.EMPLOYMENT', '就业再就业'],
  ['SAFE_CAMPUS.SAFETY_EDUCATION', '安全教育'],
  ['SAFE_CAMPUS.MORAL_EDUCATION', '未成年人思想道德教育'],
  ['SAFE_CAMPUS.PSYCHOLOGICAL_COUNSEL', '心理咨询'],
  ['SAFE_CAMPUS.ENVIRONMENT', '环境整治'],
  ['DEVELOPMENT_STABILITY.SUGGESTIONS', '建言献策'],
  ['GRASSROOTS_OUTREACH.VILLAGE', '深入农村', '农村'],
  ['GRASSROOTS_OUTREACH.COMMUNITY', '深入社区', '社区'],
  ['GRASSROOTS_OUTREACH.ENTERPRISE', '深入企业', '企业'],
  ['GRASSROOTS_OUTREACH.SCHOOL', '深入学校', '学校'],
  ['GRASSROOTS_OUTREACH.SOCIAL_ORGANIZATION', '深入社会组织', '社会组织'],
]);
export type ServiceCarrierKindCode = CodeIn<typeof serviceCarrierKind>;

/** The carrier a kind of work belongs to. */
export function carrierOf(kind: ServiceCarrierKindCode): ServiceCarrierCode {
  return kind.slice(0, kind.indexOf('.')) as ServiceCarrierCode;
}
