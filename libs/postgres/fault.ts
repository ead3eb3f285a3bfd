/**
 * The program must not start like this. `message` says what is wrong and `remedy` what the operator can do, both in
 * Chinese and both free of passwords.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
