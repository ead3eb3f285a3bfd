/** What a shell sees: 1 a rule or a finding said no, 2 the command line cannot be understood, 3 the machine is not fit, 130 stopped when told to. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Told to the user as it is: `message` is a whole Chinese sentence, `remedy` what to do about it. */
export class CliFault extends Error {
  override readonly name = 'CliFault';

  constructor(
    message: string,
    readonly remedy?: string,
    readonly exitCode: ExitCode = 1,
  ) {
    super(message);
  }
}

/** The words of the command line are at fault, exit code 2. */
export const usageFault = (message: string, remedy?: string): CliFault => new CliFault(message, remedy, 2);
