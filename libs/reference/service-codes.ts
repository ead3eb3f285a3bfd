import { defineCodes, type CodeIn } from './codes.js';

const ZHENJIANG = '镇组通〔2013〕37号';
const HEFEI = '合肥市委组织部、合肥市文明办 2013-05-22 通知';

export const serviceInterest = defineCodes(
  { name: 'serviceInterest', version: 'HF-18', source: `${HEFEI}：人员信息登记表备注` },
  [
    ['01', '环境保护'],
    ['02', '法律援助'],
    ['03', '抢险救灾'],
    ['04', '社会弱势群体帮助'],
    ['05', '社区服务'],
    ['06', '社区互动'],
    ['07', '志愿者组织管理'],
    ['08', '应急救助'],
    ['09', '文明交通劝导'],
    ['10', '关爱空巢老人'],
    ['11', '大型赛会服务'],
    ['12', '未成年人心理健康咨询'],
    ['13', '科学普及'],
    ['14', '社会治安'],
    ['15', '文体健身'],
    ['16', '扶残助残'],
    ['17', '抚孤助贫'],
    ['18', '道德引导'],
    // The note ends with 等项, so the list is open: 99 goes with a text of its own.
    ['99', '其他'],
  ],
);
export type ServiceInterestCode = CodeIn<typeof serviceInterest>;

export const serviceTheme = defineCodes({ name: 'serviceTheme', version: '2013', source: `${ZHENJIANG} 四（Z-66）` }, [
  ['CARE_PEOPLE', '关爱他人'],
  ['CARE_SOCIETY', '关爱社会'],
  ['CARE_NATURE', '关爱自然'],
]);
export type ServiceThemeCode = CodeIn<typeof serviceTheme>;

export const specialAction = defineCodes(
  { name: 'specialAction', version: '2013', source: `${ZHENJIANG} 四（Z-67）` },
  [
    ['CARE_VULNERABLE', '关爱老幼弱残'],
    ['CARE_RIVERS_AND_MOUNTAINS', '关爱山川河流'],
  ],
);
export type SpecialActionCode = CodeIn<typeof specialAction>;

export const cityProgramme = defineCodes(
  { name: 'cityProgramme', version: '2013', source: `${ZHENJIANG} 四，“雷锋常在身边”（Z-64）` },
  [
    ['LEARN_FROM_LEI_FENG', '学雷锋、献爱心', '学雷锋、献爱心', ['学雷锋献爱心']],
    ['CIVIL_ZHENJIANG_CITIZEN', '做文明有礼的镇江人'],
    ['LANDSCAPE_GARDEN_CITY', '共建山水花园城市'],
    ['INTO_COMMUNITIES', '五进社区'],
  ],
);
export type CityProgrammeCode = CodeIn<typeof cityProgramme>;

export const serviceMode = defineCodes(
  { name: 'serviceMode', version: '2024', source: '关于健全新时代志愿服务体系的意见（2024）三（二）' },
  [
    ['CONCENTRATED', '集中服务', '集中'],
    ['DAILY', '日常服务', '日常'],
    ['PAIRED', '结对服务', '结对'],
    ['MENU', '菜单式服务', '菜单式'],
  ],
);
export type ServiceModeCode = CodeIn<typeof serviceMode>;

/** In the order of the notice; what a team has of them it says itself. */
export const tenHave = defineCodes(
  { name: 'tenHave', version: '2013', source: `${ZHENJIANG} 四，“十有”（Z-70 至 Z-80）` },
  [
    ['TEAM_FLAG', '队旗'],
    ['TEAM_CHARTER', '章程'],
    ['TEAM_INSIGNIA', '统一标识'],
    ['ANNUAL_PLAN', '年度志愿服务活动计划'],
    ['LEADER_AND_GROUPS', '一名队长和服务小组'],
    ['STAR_RULES', '评比和星级认定的规定和措施'],
    ['ONLINE_REGISTER', '能上网查询的志愿者注册登记表'],
    ['ACTIVITY_ARCHIVE', '队伍和队员活动的档案材料'],
    ['RECORD_BOOK', '志愿服务队活动记录册'],
    ['REAL_NAME_GROUP', '全体队员实名制注册的QQ群'],
  ],
);
export type TenHaveCode = CodeIn<typeof tenHave>;

export const venueKind = defineCodes({ name: 'venueKind', version: '2013', source: `${HEFEI} 三（H-16）` }, [
  ['PARK', '公园'],
  ['SQUARE', '广场'],
  ['AIRPORT', '机场'],
  ['STATION', '车站'],
  ['MUSEUM', '博物馆'],
  ['LIBRARY', '图书馆'],
  ['HOSPITAL', '医院'],
  ['NURSING_HOME', '养老院'],
  ['HOME_FOR_THE_AGED', '敬老院'],
  ['WELFARE_HOME', '福利院'],
  ['OTHER', '其他'],
]);
export type VenueKindCode = CodeIn<typeof venueKind>;

export const trainingKind = defineCodes({ name: 'trainingKind', version: '2013', source: `${ZHENJIANG} 三（Z-53）` }, [
  ['POLITICAL', '政治思想'],
  ['LEGAL', '法律法规'],
  ['SKILL', '技能培训', '技能'],
]);
export type TrainingKindCode = CodeIn<typeof trainingKind>;

export const mediaKind = defineCodes(
  { name: 'mediaKind', version: '2013', source: `${ZHENJIANG} 四（Z-82），${HEFEI} 四（H-40）` },
  [
    ['NEWSPAPER', '报刊', '报刊', ['报纸']],
    ['TELEVISION', '电视'],
    ['RADIO', '广播'],
    ['MOBILE', '手机'],
    ['WEB', '网络'],
    ['OTHER', '其他'],
  ],
);
export type MediaKindCode = CodeIn<typeof mediaKind>;
