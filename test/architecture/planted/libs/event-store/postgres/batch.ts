export const batch = 1;
