const idBytes = 16;
const slotsAtFirst = 1_024;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A set of UUIDs in 16 bytes each, at most half full: an audit keeps every id of the log, and strings would take six times as much.
 * What is no UUID is kept as it is.
 */
export class IdSet {
  private slots = Buffer.alloc(slotsAtFirst * idBytes);
  private used = Buffer.alloc(slotsAtFirst);
  private count = 0;
  private readonly others = new Set<string>();
  private readonly asked = Buffer.alloc(idBytes);

  has(id: string): boolean {
    if (!uuid.test(id)) return this.others.has(id);
    this.asked.write(id.replaceAll('-', ''), 'hex');
    return this.used[this.slotOf(this.asked)] === 1;
  }

  add(id: string): void {
    if (!uuid.test(id)) return void this.others.add(id);
    this.asked.write(id.replaceAll('-', ''), 'hex');
    if (this.put(this.asked) && ++this.count * 2 > this.used.length) this.grow();
  }

  /** Where it stands, or the free slot where it would. Ids are random in their first bytes. */
  private slotOf(bytes: Buffer): number {
    const slots = this.used.length;
    for (let slot = bytes.readUInt32LE(0) % slots; ; slot = (slot + 1) % slots)
      if (this.used[slot] === 0 || this.slots.compare(bytes, 0, idBytes, slot * idBytes, (slot + 1) * idBytes) === 0)
        return slot;
  }

  private put(bytes: Buffer): boolean {
    const slot = this.slotOf(bytes);
    if (this.used[slot] === 1) return false;
    this.used[slot] = 1;
    bytes.copy(this.slots, slot * idBytes);
    return true;
  }

  private grow(): void {
    const [slots, used] = [this.slots, this.used];
    this.slots = Buffer.alloc(slots.length * 2);
    this.used = Buffer.alloc(used.length * 2);
    for (const [slot, isUsed] of used.entries())
      if (isUsed === 1) this.put(slots.subarray(slot * idBytes, (slot + 1) * idBytes));
  }
}
