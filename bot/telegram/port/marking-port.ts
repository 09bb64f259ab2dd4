import { plainWords, type TelegramPort, type Words } from './port.ts';

/** What a message holds. */
const LONGEST = 4096;

export interface Marking {
  /** Before anything new is said. */
  begin(): void;
  /** Stands under all that is said; nothing when undefined. */
  mark: string | undefined;
}

/** A port that tells when something is about to be said, and marks what may have been said before. */
export function markingPort(port: TelegramPort, { begin, mark }: Marking): TelegramPort {
  return {
    ...port,
    send: async (place, words, options) => {
      begin();
      return port.send(place, marked(words, mark), options);
    },
    photo: async (place, image, caption, options) => {
      begin();
      return port.photo(place, image, marked(caption, mark), options);
    },
    document: async (place, file, caption, options) => {
      begin();
      return port.document(place, file, marked(caption, mark), options);
    },
  };
}

function marked({ html, plain }: Words, mark: string | undefined): Words {
  if (mark === undefined) return { html, plain };
  const line = `\n${mark}`;
  // Without room for the mark some words go, never the mark.
  if (plain.length + line.length > LONGEST) return plainWords(plain.slice(0, LONGEST - line.length) + line);
  return { html: html + plainWords(line).html, plain: plain + line };
}
