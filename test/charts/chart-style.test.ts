import { describe, expect, it } from 'vitest';
import { numberText, wrap } from '../../bot/render/chart-style.ts';

describe('words and numbers of charts', () => {
  it('break names into lines of about the same length', () => {
    expect(wrap('黔东南苗族侗族自治州凯里市退役军人事务局', 11, 3)).toEqual([
      '黔东南苗族侗族自治州',
      '凯里市退役军人事务局',
    ]);
    expect(wrap('洪泽区人民政府', 11, 3)).toEqual(['洪泽区人民政府']);
  });

  it('begin no line with what closes the one before', () => {
    const lines = wrap('青禾县人民政府公开率（予以公开与部分公开占办理总计）', 25, 3);
    expect(lines.join('')).toBe('青禾县人民政府公开率（予以公开与部分公开占办理总计）');
    for (const line of lines) expect(line).not.toMatch(/^[）”，]/);
  });

  it('say that a name is cut', () => {
    expect(wrap('一二三四五六七八九十', 3, 2)).toEqual(['一二三', '四五…']);
  });

  it('part thousands and keep what stands behind the point', () => {
    expect(numberText(12345678, '件')).toBe('12,345,678');
    expect(numberText(7730.28, '万元')).toBe('7,730.28');
    expect(numberText(54.44, '%')).toBe('54.44%');
  });
});
