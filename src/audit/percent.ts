/** A percentage is right when it is the figure rounded (or cut) to as many places as it prints. */
export function percentDiffers(claimed: number, computed: number): boolean {
  const places = String(claimed).split('.')[1]?.length ?? 0;
  return Math.abs(claimed - computed) > 10 ** -places + 1e-9;
}

/** 1,234 and full-width digits as they stand in a sentence. */
export function numberIn(text: string): number {
  return Number(text.normalize('NFKC').replace(/[,，]/g, ''));
}

export function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}
