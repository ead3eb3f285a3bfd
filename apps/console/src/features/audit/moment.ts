/** An instant as people in Shanghai read it. */
export const momentText = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
