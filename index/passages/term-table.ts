/** Terms and their numbers, which count up from 0 and stay. */
export class TermTable {
  readonly texts: string[];
  readonly #numbers = new Map<string, number>();

  constructor(texts: string[] = []) {
    this.texts = texts;
    for (let i = 0; i < texts.length; i++) this.#numbers.set(texts[i] ?? '', i);
  }

  get(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  /** The number of a term, new if need be. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}
