import { Parser } from 'htmlparser2';
import { IngestError } from '../../errors.ts';

export interface XmlElement {
  /** With the prefix `w` for WordprocessingML, whatever prefix the file uses. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const word =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/;

/**
 * An XML part as a tree. Entities that a DOCTYPE defines are never expanded and nothing outside is loaded: the
 * parser knows the five entities of XML and character references only.
 * @throws {IngestError} `too-deep`, `damaged` when elements are left open
 */
export function parseXml(xml: string, depth: number): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let prefix = 'w:';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length === 1) prefix = wordPrefix(attributes) ?? prefix;
        if (open.length > depth) throw new IngestError('too-deep', `上限 ${depth} 层`);
        const element = { name: withPrefix(name, prefix), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  if (open.length > 1) throw new IngestError('damaged', 'XML 不完整');
  parser.end();
  const top = root.children.find((child) => typeof child !== 'string');
  if (!top) throw new IngestError('damaged', 'XML 为空');
  return top;
}

function wordPrefix(attributes: Record<string, string>): string | undefined {
  const declared = Object.keys(attributes).find((name) => word.test(attributes[name] ?? ''));
  return declared === 'xmlns' ? '' : declared?.replace(/^xmlns:/, '').concat(':');
}

function withPrefix(name: string, prefix: string): string {
  if (prefix === 'w:') return name;
  if (prefix === '') return name.includes(':') ? name : `w:${name}`;
  return name.startsWith(prefix) ? `w:${name.slice(prefix.length)}` : name;
}

export function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first child of this name, following further names downwards. */
export function child(parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let at = parent;
  for (const name of names) at = at && elements(at).find((element) => element.name === name);
  return at;
}

/** `w:val`, whatever prefix the attribute has. */
export function value(element: XmlElement | undefined, name = 'val'): string | undefined {
  if (!element) return undefined;
  const key = Object.keys(element.attributes).find((key) => key === name || key.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** A property that is on by being there: `<w:vanish/>`, off as `<w:vanish w:val="0"/>`. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/.test(value(element) ?? '');
}
