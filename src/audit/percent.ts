/** A percentage is right when it is the figure rounded, or cut, to as many places as it prints. */
export function percentDiffers(claimed: number, computed: number): boolean {
  const unit = 10 ** -(String(claimed).split('.')[1]?.length ?? 0);
  const more = Math.abs(computed) - Math.abs(claimed);
  const rounded = Math.abs(more) <= unit / 2 + 1e-9;
  const cut = more >= 0 && more < unit - 1e-9;
  return Math.sign(claimed) * Math.sign(computed) < 0 || !(rounded || cut);
}

/** 1,234 and full-width digits as they stand in a sentence. */
export function numberIn(text: string): number {
  return Number(text.normalize('NFKC').replace(/[,，]/g, ''));
}

export function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}
