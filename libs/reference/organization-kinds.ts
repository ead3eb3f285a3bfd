import { defineCodes, type CodeIn } from './codes.js';

/** Every body that stands in the tree: Party organizations, and the desks that direct and receive. */
export const organizationKind = defineCodes(
  {
    name: 'organizationKind',
    version: '1',
    source: '镇组通〔2013〕37号 主送（Z-09），合肥 2013-05-22 通知 二（H-04）',
  },
  [
    ['CITY_ORGANIZATION_DEPARTMENT', '市委组织部'],
    ['COUNTY_ORGANIZATION_DEPARTMENT', '辖市（区）委组织部', '县区组织部', ['县委组织部', '区委组织部', '组织人事部']],
    ['SUPERVISING_DEPARTMENT', '主管部门'],
    // A role, held by the 文明办 when the notices were written and by the 社会工作部 since 2023.
    ['VOLUNTEER_COORDINATION_BODY', '志愿服务协调单位', '协调单位', ['文明办', '市文明办', '社会工作部']],
    ['PARTY_WORK_COMMITTEE', '党工委'],
    ['LEADING_PARTY_GROUP', '党组'],
    ['PARTY_COMMITTEE', '党委'],
    ['GRASSROOTS_COMMITTEE', '基层党委'],
    ['GENERAL_BRANCH', '党总支', '党总支', ['总支', '党总支部']],
    ['PARTY_BRANCH', '党支部', '党支部', ['支部', '独立支部', '独立党支部']],
    ['JOINT_BRANCH', '联合党支部', '联合支部'],
    ['PROVISIONAL_BRANCH', '临时党支部', '临时支部'],
    ['PARTY_GROUP', '党小组'],
  ],
);
export type OrganizationKind = CodeIn<typeof organizationKind>;
