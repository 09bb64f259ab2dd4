/** A setting that cannot be used; names the variable, never its value. */
export class SettingError extends Error {
  readonly code = 'setting';
  constructor(
    readonly variable: string,
    reason: string,
  ) {
    super(`设置 ${variable} 不能用：${reason}`);
  }
}

export interface Setting<T> {
  /** Environment variable, also in `.env`. */
  variable: string;
  /** What counts when it is not set. */
  fallback: T;
  help: string;
  /** True when its value must not be shown. */
  secret?: boolean;
  /** @throws {Error} with the reason in Chinese */
  parse(text: string): T;
}

export const text = (value: string) => value;

export function whole(least: number): (value: string) => number {
  return (value) => {
    const n = Number(value);
    if (!Number.isInteger(n) || n < least) throw new Error(`应为不小于 ${least} 的整数`);
    return n;
  };
}

export function ids(value: string): number[] {
  const numbers = value
    .split(/[\s,，]+/)
    .filter(Boolean)
    .map(Number);
  if (numbers.some((n) => !Number.isSafeInteger(n))) throw new Error('应为以逗号分开的数字编号');
  return numbers;
}

export function address(value: string): string {
  if (!URL.canParse(value)) throw new Error('应为完整的网址');
  return value;
}

/** What Telegram takes for the secret of a webhook. */
export function secretToken(value: string): string {
  if (!/^[\w-]{1,256}$/.test(value)) throw new Error('只能用字母、数字、下划线和连字符，最多 256 个');
  return value;
}

export function level(value: string): string {
  if (!['debug', 'info', 'warn', 'error', 'silent'].includes(value))
    throw new Error('应为 debug、info、warn、error 或 silent');
  return value;
}

export function yesOrNo(value: string): boolean {
  if (!['yes', 'no'].includes(value)) throw new Error('应为 yes 或 no');
  return value === 'yes';
}

/** One line of the table. */
export function setting<T>(
  variable: string,
  fallback: NoInfer<T>,
  parse: (value: string) => T,
  help: string,
  options: { secret?: boolean } = {},
): Setting<T> {
  return { variable, fallback, parse, help, ...options };
}

/** As a person would set it; nothing is （不设）. */
export function shownValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const shown = Array.isArray(value) ? value.join(',') : String(value);
  return shown === '' ? '（不设）' : shown;
}

/** How a default is shown to people. */
export function shownDefault({ fallback }: Setting<unknown>): string {
  return shownValue(fallback);
}
