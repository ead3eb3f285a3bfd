export type ServiceHoursCredited = { minutes: number };
