import type { IncomingMessage } from 'node:http';
import type { Upload } from './methods/messages.ts';
import type { Params } from './types.ts';

/** Parameters as Telegram takes them: query string, JSON, form or multipart. */
export async function readParams(
  request: IncomingMessage,
): Promise<{ params: Params; uploads: Map<string, Upload> }> {
  const params: Params = Object.fromEntries(new URL(request.url ?? '/', 'http://stand-in').searchParams);
  const uploads = new Map<string, Upload>();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return { params, uploads };
  if (type.includes('application/json'))
    return { params: { ...params, ...(JSON.parse(body.toString('utf8')) as Params) }, uploads };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') params[name] = value;
    else
      uploads.set(name, {
        content: new Uint8Array(await value.arrayBuffer()),
        name: value.name,
        type: value.type,
      });
  }
  return { params, uploads };
}
