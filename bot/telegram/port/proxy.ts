import type { Agent } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** The proxy's address is not one. */
export class ProxyAddressError extends Error {
  readonly code = 'proxy-address';
}

/** @param address `http://[user:password@]host:port`, `https://…`, `socks5://…`, `socks5h://…`, `socks4://…` */
export function proxyAgent(address: string | undefined): Agent | undefined {
  if (!address) return undefined;
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (/^socks[45]?[ah]?:$/.test(protocol)) return new SocksProxyAgent(address);
  if (/^https?:$/.test(protocol)) return new HttpsProxyAgent(address, { keepAlive: true });
  throw new ProxyAddressError('代理地址应以 http://、https:// 或 socks5:// 开头');
}
