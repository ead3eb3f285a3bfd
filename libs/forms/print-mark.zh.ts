/** F-39: what stands on a paper, so that one found elsewhere leads back to who printed it. `moment`: a minute in China. */
export const printMark = (by: string, moment: string, exportNumber?: string): string =>
  [`打印人 ${by}`, moment, ...(exportNumber ? [`带出编号 ${exportNumber}`] : [])].join('　');

/** The number of an export as it stands on paper and in the list of exports: the first eight signs of its id. */
export const exportNumberOf = (exportId: string): string => exportId.slice(0, 8);
