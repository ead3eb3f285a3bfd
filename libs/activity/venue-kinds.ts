/** H-16. */
export const venueKinds = [
  'PARK',
  'SQUARE',
  'AIRPORT',
  'STATION',
  'MUSEUM',
  'LIBRARY',
  'HOSPITAL',
  'NURSING_HOME',
  'HOME_FOR_THE_AGED',
  'WELFARE_HOME',
  'OTHER',
] as const;
