/** What RTF is made of. `word` has its number, if any: `\li720` is li, 720. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; number: number | undefined }
  | { kind: 'byte'; byte: number };

const control = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;

/** @param source the file's bytes as Latin-1 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  for (let at = 0; at < source.length; ) {
    const char = source[at];
    if (char === '{' || char === '}') {
      yield { kind: char === '{' ? 'open' : 'close' };
      at++;
    } else if (char === '\\') {
      control.lastIndex = at;
      const match = control.exec(source);
      if (match) {
        const number = match[2] === undefined ? undefined : Number(match[2]);
        yield { kind: 'word', word: match[1] ?? '', number };
        at = control.lastIndex;
        // Raw bytes that nobody should read follow.
        if (match[1] === 'bin') at += Math.max(0, number ?? 0);
      } else {
        const symbol = source[at + 1] ?? '';
        if (symbol === "'")
          yield { kind: 'byte', byte: Number.parseInt(source.slice(at + 2, at + 4), 16) || 0x3f };
        else yield { kind: 'word', word: symbol, number: undefined };
        at += symbol === "'" ? 4 : 2;
      }
    } else {
      if (char !== '\r' && char !== '\n') yield { kind: 'byte', byte: source.charCodeAt(at) };
      at++;
    }
  }
}
