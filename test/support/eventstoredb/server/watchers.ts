/** Those who wait for the next event. */
export class Watchers {
  private readonly waiting = new Set<() => void>();

  add(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }

  wake(): void {
    for (const wake of this.waiting) setImmediate(wake);
  }
}
