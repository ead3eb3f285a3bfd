export const hoursList = 1;
