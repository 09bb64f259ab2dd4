import type { Chart } from '../../src/model/answer.ts';

export const width = 1080;
export const fontFamily = 'Noto Sans SC';
/** Pixels, for a picture that a phone shows at about a third of its width. */
export const size = { title: 40, label: 30, small: 24 };
export const ink = { text: '#1a1a1a', soft: '#666666', line: '#d9d9d9' };

/** Okabe and Ito's colours, which all kinds of colour vision tell apart; without the yellow, too pale on white. */
export const colours = ['#0072B2', '#D55E00', '#009E73', '#E69F00', '#56B4E9', '#CC79A7', '#000000'];

export function gapText(chart: Chart, category: string): string {
  return chart.gaps?.[category] ?? '未填';
}

/** Han characters count one, Latin letters and digits a half. */
export function textWidth(text: string): number {
  let count = 0;
  for (const char of text) count += (char.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1;
  return count;
}

/** 12,345,678 · 54.44% */
export function numberText(value: number, unit: string): string {
  return `${value.toLocaleString('en-US', { maximumFractionDigits: 6 })}${unit === '%' ? '%' : ''}`;
}

/**
 * Broken into lines of about the same length, of at most so many Han characters; what does not fit the last line ends
 * in ….
 */
export function wrap(text: string, perLine: number, lines: number): string[] {
  const fullest = breakAt(text, perLine);
  if (fullest.length <= lines) {
    const even = breakAt(text, Math.ceil(textWidth(text) / fullest.length) + 0.5);
    return even.length === fullest.length ? even : fullest;
  }
  const kept = fullest.slice(0, lines);
  kept[lines - 1] = `${[...(kept[lines - 1] ?? '')].slice(0, -1).join('')}…`;
  return kept;
}

const closing = /[）)」』”’》，。、；：！？%]/u;

/** No line begins with what closes the one before. */
function breakAt(text: string, perLine: number): string[] {
  const wrapped: string[] = [''];
  for (const char of text) {
    const last = wrapped.at(-1) ?? '';
    if (textWidth(last + char) > perLine && !closing.test(char)) wrapped.push(char);
    else wrapped[wrapped.length - 1] = last + char;
  }
  return wrapped;
}

/** Title above and source below; the title in as many lines as it takes. */
export function frame(chart: Chart, height: (titleHeight: number) => number) {
  const unit = chart.unit && chart.unit !== '%' ? `（${chart.unit}）` : '';
  const lines = wrap(`${chart.title}${unit}`, 24, 3);
  const top = 40 + lines.length * size.title * 1.3;
  const total = height(top);
  return {
    top,
    height: total,
    option: {
      animation: false,
      backgroundColor: '#ffffff',
      color: colours,
      textStyle: { fontFamily, color: ink.text },
      title: [
        {
          text: lines.join('\n'),
          left: 40,
          top: 30,
          textStyle: {
            fontSize: size.title,
            lineHeight: size.title * 1.3,
            fontWeight: 'normal' as const,
            fontFamily,
            color: ink.text,
          },
        },
        {
          text: wrap(chart.source, 42, 1).join(''),
          left: 40,
          top: total - 50,
          textStyle: { fontSize: size.small, fontWeight: 'normal' as const, fontFamily, color: ink.soft },
        },
      ],
    },
  };
}
