/** A `Uint32Array` that grows: `push` and indexed access through `data`, of which the first `length` are used. */
export class GrowingUint32 {
  data: Uint32Array;
  length: number;

  constructor(initial: Uint32Array = new Uint32Array(64)) {
    this.data = initial;
    this.length = 0;
  }

  static of(values: Uint32Array): GrowingUint32 {
    const result = new GrowingUint32(values);
    result.length = values.length;
    return result;
  }

  push(value: number): number {
    this.#reserve(this.length + 1);
    this.data[this.length] = value;
    return this.length++;
  }

  /** Makes room for `count` zeros and tells where. */
  extend(count: number): number {
    const at = this.length;
    this.#reserve(at + count);
    this.length = at + count;
    return at;
  }

  /** `index` must be below `length`. */
  at(index: number): number {
    return this.data[index] as number;
  }

  set(index: number, value: number): void {
    this.data[index] = value;
  }

  /** The used part, not copied. */
  values(): Uint32Array {
    return this.data.subarray(0, this.length);
  }

  #reserve(length: number): void {
    if (length <= this.data.length) return;
    const larger = new Uint32Array(Math.ceil(length * 1.5) + 64);
    larger.set(this.data.subarray(0, this.length));
    this.data = larger;
  }
}
