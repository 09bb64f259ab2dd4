/** Inline text as it comes, joined to what a browser would show on the line. */
export class TextRun {
  #parts = '';
  #linked = 0;
  #line = 0;

  /** @param line the source line of the first character that is no white space */
  add(text: string, line: number, linked: boolean): void {
    if (/\S/.test(text)) {
      if (!this.#line) this.#line = line;
      if (linked) this.#linked += text.replace(/\s/g, '').length;
    }
    this.#parts += text;
  }

  /** Ends the run. `linkShare` is the part of it that stands in links. */
  take(): { text: string; line: number; linkShare: number } {
    const text = collapse(this.#parts);
    const length = text.replace(/\s/g, '').length;
    const taken = { text, line: this.#line, linkShare: length ? this.#linked / length : 0 };
    this.#parts = '';
    this.#linked = 0;
    this.#line = 0;
    return taken;
  }
}

/** White space as shown: runs become one space; a line end of the source between two Han characters is nothing. */
export function collapse(text: string): string {
  return text
    .replace(/\u200d|[\u200b\u200c\u2060\ufeff\u00ad]/g, '')
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n\f]+[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/[ \t\r\n\f\u00a0\u3000\u2000-\u200a]+/g, ' ')
    .trim();
}
