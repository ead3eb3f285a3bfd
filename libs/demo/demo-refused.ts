/** The demo may not be loaded here; the message is a whole Chinese sentence. Nothing was written. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';
}
