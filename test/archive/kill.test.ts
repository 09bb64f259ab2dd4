import { describe, expect, it } from 'vitest';
import { killAtRandom } from '../soak/killing.ts';
import { build } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('an archive whose writer is killed at random moments', () => {
  it('holds all that was acknowledged, nothing by half, and answers as a fresh build', async () => {
    build();
    const figures = await killAtRandom({ folder: temporaryFolder(), seed: 7, rounds: 6, longestMs: 1000 });
    expect(figures.wrong).toEqual([]);
    expect(figures.kills).toBe(6);
    expect(figures.steps).toBeGreaterThan(0);
  }, 180_000);
});
