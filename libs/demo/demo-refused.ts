import { StartRefused } from '#libs/postgres/fault';

/** The demo may not be loaded here, or not to its end; what was loaded stays and a repetition goes on from there. */
export class DemoRefused extends StartRefused {}
