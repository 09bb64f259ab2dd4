import { WINDOW } from './window-table.ts';

/**
 * Bounds of the documents of one window as far as they are known. A bound and the number of terms it is made of
 * stand in one number: `terms × unit + bound`, with a unit greater than any bound.
 */
export class Accumulators {
  /** Place in the window → bound and count; all zero between windows. */
  readonly sums = new Float64Array(WINDOW);
  /** Documents that may still get in, the first `used` of them: place, bound and count. */
  readonly places = new Uint16Array(WINDOW);
  readonly values = new Float64Array(WINDOW);
  used = 0;
  /** Who adds to `sums` puts down here whose sum comes to this or more. */
  least = 0;
  readonly #before = new Float64Array(WINDOW);

  /** The sums as they are now, for telling later which were added to. */
  remember(): Float64Array {
    this.#before.set(this.sums);
    return this.#before;
  }

  /** Takes the sums of the places put down, and leaves all sums zero. */
  gather(): void {
    const { sums, places, values, used } = this;
    for (let i = 0; i < used; i++) values[i] = sums[places[i] as number] as number;
    sums.fill(0);
  }

  /** Gives the sums back, for more to be added to them; none is put down twice. */
  scatter(): void {
    const { sums, places, values, used } = this;
    for (let i = 0; i < used; i++) sums[places[i] as number] = values[i] as number;
    this.least = Number.POSITIVE_INFINITY;
  }

  /** Forgets documents whose sum is not enough for their count of terms. */
  drop(enough: Float64Array, perUnit: number): void {
    const { places, values, used } = this;
    let kept = 0;
    for (let i = 0; i < used; i++) {
      const value = values[i] as number;
      if (value < (enough[(value * perUnit) | 0] as number)) continue;
      places[kept] = places[i] as number;
      values[kept++] = value;
    }
    this.used = kept;
  }
}
