/** The policy simulator, which has a host of its own: `policysim.aws.amazon.com/home/index.jsp?#users/Ann`. */
import { pb } from '../path-builder'

import { readHash } from './hash'
import { lastSegment, wordOf } from './text'

const kinds: Record<string, 'user' | 'group' | 'role'> = {
  user: 'user',
  users: 'user',
  group: 'group',
  groups: 'group',
  role: 'role',
  roles: 'role',
}

export function simulatorAddress(hash: string): string {
  const { segments } = readHash(hash)
  const [first, ...rest] = segments
  const kind = kinds[wordOf(first)]
  const name = lastSegment(rest.join('/'))
  return kind && name ? pb.policySimulator({ [kind]: name }) : pb.policySimulator()
}
