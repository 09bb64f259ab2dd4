import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ArchiveError } from '../../src/archive/errors.ts';
import { Layout } from '../../src/archive/layout.ts';
import { livingWriters } from '../../src/archive/writer-lock.ts';
import { type Event, eventSchema, type Request } from './protocol.ts';

/** The process that was asked gave up or went away half-way; what it told of before is done. */
export class HandOverError extends Error {
  constructor(
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * Lets the process that writes this archive do the work.
 * @returns its events; undefined when nobody takes work over
 * @throws {HandOverError}
 */
export async function handOver(dataDir: string, request: Request): Promise<AsyncIterable<Event> | undefined> {
  const writer = livingWriters(new Layout(dataDir)).find((living) => living.port !== null);
  if (!writer) return undefined;
  const response = await fetch(`http://127.0.0.1:${writer.port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${writer.token}` },
    body: JSON.stringify(request),
  }).catch((cause) => {
    throw new HandOverError('locked', `进程 ${writer.pid} 正在写入此数据目录，但没有应答`, cause);
  });
  if (!response.ok || !response.body)
    throw new HandOverError('locked', `进程 ${writer.pid} 拒绝接手（${response.status}）`);
  return events(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), writer.pid);
}

async function* events(body: Readable, pid: number): AsyncIterable<Event> {
  let ended = false;
  try {
    for await (const line of createInterface({ input: body })) {
      const event = eventSchema.parse(JSON.parse(line));
      if (event.event === 'failed') throw new HandOverError(event.code, event.message);
      ended ||= event.event === 'end';
      yield event;
    }
  } catch (error) {
    if (error instanceof HandOverError || error instanceof ArchiveError) throw error;
    throw new HandOverError('interrupted', `进程 ${pid} 中途停止，尚未列出的文件没有收录`, error);
  }
  if (!ended) throw new HandOverError('interrupted', `进程 ${pid} 中途停止，尚未列出的文件没有收录`);
}
