/**
 * Text as GB18030 bytes. Node only decodes it, so the two-byte characters are found by decoding all of them
 * once. Characters that need four bytes do not come in these reports.
 */
export function toGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = twoByteCodes().get(char);
      if (pair === undefined) throw new RangeError(`${char} has no two-byte code in GB18030`);
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

let codes: Map<string, number> | undefined;

function twoByteCodes(): Map<string, number> {
  if (codes) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(high, low));
      if ([...char].length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, (high << 8) | low);
    }
  }
  return codes;
}
