/** Why something was written down after its due day (Order 67 art. 11; A-13, F-05, F-35). */
export const lateReasons = [
  'PAPER_SHEET_DELAYED',
  'EMERGENCY',
  'SYSTEM_UNAVAILABLE',
  'DISPUTE_UPHELD',
  'OTHER',
] as const;
export type LateReason = (typeof lateReasons)[number];
