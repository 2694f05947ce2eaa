import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Where a printer of the house may stand: private ranges and this machine. Link-local ranges reach cloud metadata. */
const LAN = new BlockList();
LAN.addSubnet('10.0.0.0', 8, 'ipv4');
LAN.addSubnet('172.16.0.0', 12, 'ipv4');
LAN.addSubnet('192.168.0.0', 16, 'ipv4');
LAN.addSubnet('127.0.0.0', 8, 'ipv4');
LAN.addSubnet('fc00::', 7, 'ipv6');
LAN.addAddress('::1', 'ipv6');

export function isLanAddress(ip: string): boolean {
  const family = isIP(ip);
  return family !== 0 && LAN.check(ip, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The address to connect to. A name is resolved once and its address used, so that a second answer of the name's
 * server cannot lead elsewhere.
 * @returns undefined when none of its addresses is in the house
 * @throws the resolver's error when the name is not known
 */
export async function lanAddressOf(host: string): Promise<string | undefined> {
  if (isIP(host) !== 0) return isLanAddress(host) ? host : undefined;
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address).find(isLanAddress);
}
