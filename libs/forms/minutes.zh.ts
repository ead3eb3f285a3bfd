/** Minutes as people say them: 90 is `1小时30分`, 20 is `20分`. Minutes are what is stored; hours exist on screen and paper only. */
export function minutesText(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const all = Math.abs(minutes);
  const [hours, rest] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return `${sign}${rest}分`;
  return rest === 0 ? `${sign}${hours}小时` : `${sign}${hours}小时${rest}分`;
}
