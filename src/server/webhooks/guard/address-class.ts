import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Where an address leads: to this machine, to the internet, or to what only those inside of some network can reach, or
 * nobody.
 */
export type AddressClass = 'loopback' | 'public' | 'special';

/** The addresses of version 4 that are not of the internet, beside the loopback ones: the registry of RFC 6890. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network; many systems take it as this machine
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by the customers of a provider
  ['169.254.0.0', 16], // link-local, and the metadata of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocols
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
  ['168.63.129.16', 32], // looks public: a cloud's own services, inside of each of its machines
];

/** The one block that addresses of the internet are given out of; whatever is not in it leads somewhere else. */
const INTERNET_V6 = ['2000::', 3] as const;

/** What lies in that block and is not of the internet, or hides an address of version 4. */
const SPECIAL_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocols: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
];

const loopbackV4 = listOf('ipv4', [['127.0.0.0', 8]]);
const specialV4 = listOf('ipv4', SPECIAL_V4);
const internetV6 = listOf('ipv6', [INTERNET_V6]);
const specialV6 = listOf('ipv6', SPECIAL_V6);

function listOf(
  family: 'ipv4' | 'ipv6',
  subnets: readonly (readonly [string, number])[],
): BlockList {
  const list = new BlockList();
  for (const [address, bits] of subnets) list.addSubnet(address, bits, family);
  return list;
}

/** The class of an address in any spelling that a system's resolver answers; what is no address is `special`. */
export function classOfAddress(address: string): AddressClass {
  if (isIPv4(address)) return classOfV4(address);
  // A zone says through which card a local address is reached.
  const [plain = ''] = address.split('%');
  return isIPv6(plain) ? classOfV6(canonical(plain)) : 'special';
}

function classOfV4(address: string): AddressClass {
  if (loopbackV4.check(address, 'ipv4')) return 'loopback';
  return specialV4.check(address, 'ipv4') ? 'special' : 'public';
}

function classOfV6(address: string): AddressClass {
  if (address === '::1') return 'loopback';
  const inner = mappedV4(address);
  if (inner !== undefined) return classOfV4(inner);
  const isInternet = internetV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
  return isInternet ? 'public' : 'special';
}

/** One spelling for each address, that of RFC 5952 with all of it in hexadecimal: `::ffff:127.0.0.1` is `::ffff:7f00:1`. */
const canonical = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1);

/** The address of version 4 that a socket is opened to for `::ffff:0:0/96` (RFC 4291, section 2.5.5.2). */
function mappedV4(address: string): string | undefined {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}
