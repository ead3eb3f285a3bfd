/** What an import may be told, by the name it has on the command line, as the form of the console calls it. */
export const importOptionNames: Readonly<Record<string, string>> = {
  organization: '党组织',
  'register-under': '登记在所选党组织之下',
  kind: '新登记的党组织的类别',
  'organization-kind': '新登记的党组织的类别',
  'registered-on': '党组织登记日期',
  'full-members': '正式党员人数',
  'probationary-members': '预备党员人数',
  'counted-on': '人数的统计日期',
  'formation-title': '组建文件标题',
  'formation-number': '组建文件文号',
  'formation-dated-on': '组建文件日期',
  'established-on': '组建日期',
  'form-date': '填表日期',
  'enrolled-on': '登记造册日期',
  teams: '分队文件',
  'accept-namesake': '确为另一人',
  'leader-post': '负责人的领导班子职务',
  'leader-post-since': '任职日期',
  'leader-post-document': '任职文件',
  team: '全部编入的服务队',
  'participant-kind': '人员类别',
  paper: '纸质签到表',
  'late-reason': '逾期原因',
};

/** A sentence that was written for the command line, for somebody before a form: `--paper` is “纸质签到表”. */
export const forForm = (sentence: string): string =>
  sentence.replace(/\s?--([a-z-]+)(?: <[^>]*>)?\s?/g, (written, name: string) => {
    const label = importOptionNames[name];
    return label === undefined ? written : `“${label}”`;
  });
