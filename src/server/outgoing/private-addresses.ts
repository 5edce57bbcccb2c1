import { BlockList, isIP } from 'node:net'

/** Addresses that lead into this machine or its own network, where a request from here could reach what nobody outside may (RFC 6890). */
const ranges: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]
const list = new BlockList()
for (const [address, prefix, family] of ranges) list.addSubnet(address, prefix, family)

export function isPrivate(address: string) {
  const family = isIP(address)
  if (family === 0) return true
  return list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
