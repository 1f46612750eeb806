import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOfAddress } from '../../../../src/server/webhooks/guard/address-class.js';

describe('addresses of version 4', () => {
  test.each([
    ['127.0.0.0', '127.255.255.255', 'loopback'],
    ['0.0.0.0', '0.255.255.255', 'special'],
    ['10.0.0.0', '10.255.255.255', 'special'],
    ['100.64.0.0', '100.127.255.255', 'special'],
    ['169.254.0.0', '169.254.255.255', 'special'],
    ['172.16.0.0', '172.31.255.255', 'special'],
    ['192.0.0.0', '192.0.0.255', 'special'],
    ['192.0.2.0', '192.0.2.255', 'special'],
    ['192.88.99.0', '192.88.99.255', 'special'],
    ['192.168.0.0', '192.168.255.255', 'special'],
    ['198.18.0.0', '198.19.255.255', 'special'],
    ['198.51.100.0', '198.51.100.255', 'special'],
    ['203.0.113.0', '203.0.113.255', 'special'],
    ['224.0.0.0', '239.255.255.255', 'special'],
    ['240.0.0.0', '255.255.255.255', 'special'],
    ['168.63.129.16', '168.63.129.16', 'special'],
  ])('from %s to %s are %s, and no others beside them', (first, last, found) => {
    expect([classOfAddress(first), classOfAddress(last)]).toEqual([found, found]);
    const number = (text: string): number =>
      text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    const text = (value: number): string =>
      [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.');
    const beside = [number(first) - 1, number(last) + 1].filter(
      (value) => value >= 0 && value < 2 ** 32,
    );
    for (const neighbour of beside.map(text)) {
      const isBorderOfAnother = neighbour === '239.255.255.255' || neighbour === '240.0.0.0';
      expect([neighbour, classOfAddress(neighbour)]).toEqual([
        neighbour,
        isBorderOfAnother ? 'special' : 'public',
      ]);
    }
  });

  test.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.0'])(
    '%s is of the internet',
    (address) => {
      expect(classOfAddress(address)).toBe('public');
    },
  );
});

describe('addresses of version 6', () => {
  test.each([
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::', 'special'],
    ['::2', 'special'],
    ['::127.0.0.1', 'special'],
    ['::7f00:1', 'special'],
    ['::ffff:0:127.0.0.1', 'special'],
    ['64:ff9b::7f00:1', 'special'],
    ['64:ff9b::10.0.0.1', 'special'],
    ['64:ff9b:1::1', 'special'],
    ['100::1', 'special'],
    ['2001::1', 'special'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'special'],
    ['2001:2::1', 'special'],
    ['2001:20::1', 'special'],
    ['2001:1ff:ffff::', 'special'],
    ['2001:db8::1', 'special'],
    ['2002:7f00:1::', 'special'],
    ['2002:a00:1::1', 'special'],
    ['3fff:fff::1', 'special'],
    ['4000::1', 'special'],
    ['5f00::1', 'special'],
    ['fc00::1', 'special'],
    ['fd00:ec2::254', 'special'],
    ['fe80::1', 'special'],
    ['fe80::1%eth0', 'special'],
    ['fec0::1', 'special'],
    ['ff02::1', 'special'],
    ['2001:200::1', 'public'],
    ['2001:4860:4860::8888', 'public'],
    ['2606:4700:4700::1111', 'public'],
    ['2a00:1450:4001:81b::200e', 'public'],
    ['3ffe::1', 'public'],
  ])('%s is %s', (address, found) => {
    expect(classOfAddress(address)).toBe(found);
  });

  test('that stand for one of version 4 are what that one is, however they are written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (inner) => {
        const [a = 0, b = 0, c = 0, d = 0] = inner.split('.').map(Number);
        const hex = (high: number, low: number): string => (high * 256 + low).toString(16);
        const expected = classOfAddress(inner);
        expect(classOfAddress(`::ffff:${inner}`)).toBe(expected);
        expect(classOfAddress(`::FFFF:${hex(a, b)}:${hex(c, d)}`)).toBe(expected);
        expect(classOfAddress(`0:0:0:0:0:ffff:${hex(a, b)}:${hex(c, d)}`)).toBe(expected);
      }),
    );
  });

  test('that only hide one of version 4 are never of the internet', () => {
    const hidden = (prefix: string, suffix = ''): fc.Arbitrary<string> =>
      fc
        .tuple(fc.nat(0xffff), fc.nat(0xffff))
        .map(([high, low]) => `${prefix}${high.toString(16)}:${low.toString(16)}${suffix}`);
    const any = fc.oneof(hidden('64:ff9b::'), hidden('2002:', '::'), hidden('2001:0:', '::1'));
    fc.assert(
      fc.property(any, (address) => {
        expect(classOfAddress(address)).toBe('special');
      }),
    );
  });
});

test.each(['', 'localhost', 'example.com', '0x7f.1', '127.1', '2130706433', '[::1]', '1.2.3.4.5'])(
  '"%s" is no address, and so nothing that may be connected to',
  (text) => {
    expect(classOfAddress(text)).toBe('special');
  },
);
